import type { FirstRiskModel } from '../../../src/shared/risksModel';
import { label } from '../host';
import { Copy } from '../parts/copy';

/** How to write the first risk, file by file. */
export function FirstRisk({ first: { files } }: { readonly first: FirstRiskModel }) {
  return (
    <div class="declare">
      <p class="message-detail">{label('risks.first')}</p>
      {files.map(({ path, text }) => (
        <figure key={path} class="example">
          <figcaption>
            <code>{path}</code>
          </figcaption>
          <Copy name={label('risks.copy-example', path)} text={text} />
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
        </figure>
      ))}
    </div>
  );
}
