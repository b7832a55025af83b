import { IconButton } from '../parts/icon';
import { label, post, reportError } from '../host';
import { copyPng } from './picture';
import type { Picture } from './picture';

/** Copies the chart as a picture, as SVG, and as a diagram of Mermaid. */
export function CopyChart({
  picture,
  say,
}: {
  readonly picture: () => Picture | undefined;
  /** Is told what came of the picture. */
  readonly say: (what: string) => void;
}) {
  const copySvg = (svg: string): void => post({ type: 'copySvg', svg });
  const copy = async (): Promise<void> => {
    const taken = picture();
    if (!taken) {
      return;
    }
    try {
      await copyPng(taken);
      say(label('chart.picture-copied'));
    } catch (error) {
      // A window without the focus, or a browser that keeps its clipboard to itself.
      reportError(error);
      copySvg(taken.svg);
      say(label('chart.picture-as-svg'));
    }
  };
  return (
    <>
      <IconButton icon="device-camera" name={label('chart.copy-picture')} onClick={() => void copy()} />
      <IconButton
        icon="file-media"
        name={label('chart.copy-svg')}
        onClick={() => {
          const taken = picture();
          if (taken) {
            copySvg(taken.svg);
          }
        }}
      />
      <IconButton
        icon="graph-left"
        name={label('chart.copy-mermaid')}
        onClick={() => post({ type: 'export', what: 'timeline', as: 'mermaid' })}
      />
    </>
  );
}
