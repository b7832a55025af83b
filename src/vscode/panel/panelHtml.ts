/** Where the page finds what it loads, as the webview may address it. */
export interface PanelPage {
  /** The only source the page may load from. */
  readonly cspSource: string;
  /** A module; those that it imports have its nonce. */
  readonly script: string;
  readonly styles: readonly string[];
  /** Fresh for every page. */
  readonly nonce: string;
  /** Language of the reader, as a BCP 47 tag. */
  readonly language: string;
  /** `Plan.uid`. */
  readonly plan: string;
}

/**
 * The page of the progress panel: empty, since everything it shows comes as messages. It is set once.
 * Values are percent-encoded or our own, so none can end its attribute.
 */
export function panelHtml({ cspSource, script, styles, nonce, language, plan }: PanelPage): string {
  // The last two do not follow from the first one.
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    // Only for the picture of a chart, which the page draws by itself.
    'img-src data:',
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${encodeURIComponent(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Milepost</title>
${styles.map(href => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head>
<body>
<main id="panel" data-plan="${encodeURIComponent(plan)}"></main>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
