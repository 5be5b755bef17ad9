import { CircleCheck, CircleHelp, CircleX, Crosshair, type IconNode } from 'lucide';
import { proofTexts } from '../../../i18n/proof.ts';
import type { Verdict } from '../../../rules/index.ts';
import { Icon, t } from '../../kit/index.ts';
import styles from './Proof.module.css';

const icons: Record<Verdict, IconNode> = { holds: CircleCheck, fails: CircleX, unknown: CircleHelp };

/** Whether a condition holds, by shape, word and colour. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <span class={styles.mark} data-verdict={verdict}>
      <Glyph of={icons[verdict]} size={14} />
      {t(proofTexts[verdict])}
    </span>
  );
}

/** This condition decided; others beside it did not. */
export function DecidesMark() {
  return (
    <span class={styles.decides} title={t(proofTexts.decidesHint)}>
      <Glyph of={Crosshair} size={12} />
      {t(proofTexts.decides)}
    </span>
  );
}

/** Beside the words, which alone stand on the line. */
export function Glyph(icon: { of: IconNode; size: number }) {
  return (
    <span class={styles.glyph}>
      <Icon {...icon} />
    </span>
  );
}
