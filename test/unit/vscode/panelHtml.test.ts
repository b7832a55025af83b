import assert from 'node:assert/strict';
import { panelHtml } from '../../../src/vscode/panel/panelHtml';

describe('the page of the panel', () => {
  it('loads from one source, runs one script and what that imports, and leads nowhere', () => {
    const html = panelHtml({
      cspSource: 'https://webview.example',
      script: 'https://webview.example/panel.js',
      styles: ['https://webview.example/panel.css'],
      nonce: 'n0nce',
      language: 'en"><base href="//evil.example">',
      plan: 'plan"><form action="//evil.example">',
    });
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      'style-src https://webview.example',
      'font-src https://webview.example',
      'img-src data:',
      "script-src 'nonce-n0nce'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), [
      '<script type="module" nonce="n0nce" src="https://webview.example/panel.js">',
    ]);
    assert.doesNotMatch(html, /<base|<form/);
  });
});
