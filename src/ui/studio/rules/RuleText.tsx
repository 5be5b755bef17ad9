import { ownNames } from './knownWorld.ts';
import { lineTokens } from './lineTokens.ts';
import styles from './RuleText.module.css';

/** Rule text to read, in the colours of the editor. */
export function RuleText({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard
    <section class={styles.text} aria-label={label} tabIndex={0}>
      {text.split('\n').map((line, index) => (
        <div key={index} class={styles.line}>
          <TokenLine line={line} />
        </div>
      ))}
    </section>
  );
}

/** One line of rule text in the colours of the editor. */
export function TokenLine({ line }: { line: string }) {
  return (
    <span class={styles.tokens}>
      {pieces(line).map(({ from, kind, piece }) => (
        <span key={from} data-token={kind}>
          {piece}
        </span>
      ))}
    </span>
  );
}

function pieces(line: string): { from: number; kind: string; piece: string }[] {
  const tokens = lineTokens(line, ownNames.value);
  return tokens.map(({ start, kind }, index) => ({
    from: start,
    kind,
    piece: line.slice(start, tokens[index + 1]?.start ?? line.length),
  }));
}
