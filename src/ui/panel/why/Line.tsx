import { ChevronRight } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { proofTexts } from '../../../i18n/proof.ts';
import { describeProofLine, describeValue, type ProofLine } from '../../../rules/index.ts';
import { Icon, t } from '../../kit/index.ts';
import { useProof } from './context.ts';
import { deciding, drawn } from './lines.ts';
import { DecidesMark, VerdictMark } from './Mark.tsx';
import styles from './Proof.module.css';
import { ProofTree } from './ProofTree.tsx';
import { RowsOfLine } from './RowsOfLine.tsx';
import { describeOver } from './verdict.ts';

/** One line of a proof with what it came from below it. */
export function Line({ line, decides }: { line: ProofLine; decides: boolean }) {
  const { wording } = useProof();
  const id = useId();
  const { definition, source, parts, folded } = drawn(line);
  const [open, setOpen] = useState(!folded);
  const canFold = folded && (parts.length > 0 || line.proof !== null);
  const over = describeOver(source);
  const grouping = line.form === 'all' || line.form === 'any' || line.form === 'not';
  return (
    <li class={styles.item} data-idle={line.verdict !== null && !line.decisive ? '' : undefined}>
      <div class={styles.line} data-grouping={grouping ? '' : undefined}>
        {canFold ? (
          <button
            type="button"
            class={styles.fold}
            aria-expanded={open}
            aria-controls={id}
            aria-label={t(proofTexts.open, { text: line.text })}
            onClick={() => setOpen(!open)}
          >
            <span class={styles.arrow}>
              <Icon of={ChevronRight} size={14} />
            </span>
          </button>
        ) : (
          <span class={styles.fold} aria-hidden="true" />
        )}
        <LineText line={line} grouping={grouping} />
        {decides && <DecidesMark />}
        {line.verdict === null ? (
          <span class={styles.value}>{describeValue(line, wording)}</span>
        ) : (
          <VerdictMark verdict={line.verdict} />
        )}
      </div>
      {definition !== null && (
        <p class={styles.note}>
          <code>{t(proofTexts.definedAs, { text: definition })}</code>
        </p>
      )}
      {over && <p class={styles.note}>{over}</p>}
      {source.rows && <RowsOfLine rows={source.rows} kind={source.kind} text={source.text} />}
      <div id={id} hidden={!open}>
        {open && line.proof && <ProofTree proof={line.proof} />}
        {open && !line.proof && parts.length > 0 && <Lines lines={parts} />}
      </div>
    </li>
  );
}

/** The parts of a line, one below the other. */
export function Lines({ lines }: { lines: readonly ProofLine[] }) {
  const decisive = deciding(lines);
  return (
    <ul class={styles.lines}>
      {lines.map((line, index) => (
        <Line key={`${index} ${line.text}`} line={line} decides={decisive.has(line)} />
      ))}
    </ul>
  );
}

/** What the rule says, leading to where it says it. */
function LineText({ line, grouping }: { line: ProofLine; grouping: boolean }) {
  const { wording, onSelect } = useProof();
  const words = grouping ? describeProofLine(line, wording) : <code>{line.text}</code>;
  if (!onSelect) return <span class={styles.text}>{words}</span>;
  return (
    <button
      type="button"
      class={`${styles.text} ${styles.link}`}
      title={t(proofTexts.showInText, { text: line.text })}
      onClick={() => onSelect(line.span)}
    >
      {words}
    </button>
  );
}
