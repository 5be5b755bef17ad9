import { ArrowUpRight, CircleHelp, TextCursor, UserRoundSearch } from 'lucide';
import { useCallback, useState } from 'preact/hooks';
import type { Span } from '../../../../domain/index.ts';
import type { WhyView } from '../../../../engine/index.ts';
import { proofTexts } from '../../../../i18n/proof.ts';
import { rulesTexts } from '../../../../i18n/studio.ts';
import { EmptyState, ErrorNote, IconButton, language, t } from '../../../kit/index.ts';
import { WhyReport } from '../../../panel/why/WhyReport.tsx';
import { engine } from '../../engine.ts';
import { go } from '../../route.ts';
import { workspace } from '../../workspace.ts';
import type { Draft } from '../draft.ts';
import { picked, showSpan } from '../session.ts';
import { shiftOffset } from '../shift.ts';
import type { Shown } from '../shown.ts';
import { useLatest } from '../useLatest.ts';
import { CustomerPicker } from './CustomerPicker.tsx';
import styles from './WhyTab.module.css';
import { whose } from './whose.ts';

/** Why the declaration at the cursor comes out as it does for one customer; follows the text as it changes. */
export function WhyTab({ draft }: { draft: Draft }) {
  const declaration = picked.value;
  const customer = whose.value;
  return (
    <div class={styles.tab}>
      <div class={styles.bar}>
        <CustomerPicker autofocus={customer === null} />
        {customer && (
          <IconButton
            icon={ArrowUpRight}
            label={t(proofTexts.openCustomer)}
            onClick={() => go('customers', customer.id)}
          />
        )}
      </div>
      <div class={styles.content}>
        {!declaration && <EmptyState icon={TextCursor} title={t(rulesTexts.noDeclaration)} />}
        {declaration && !customer && (
          <EmptyState icon={UserRoundSearch} title={t(proofTexts.pickTitle)} text={t(proofTexts.pickText)} />
        )}
        {declaration && customer && (
          <Answer
            key={`${customer.id} ${declaration.kind} ${declaration.name}`}
            draft={draft}
            declaration={declaration}
            {...customer}
          />
        )}
      </div>
    </div>
  );
}

interface Asked {
  /** The text that the spans are of. */
  readonly text: string;
  readonly view: WhyView | null;
}

function Answer({
  draft,
  declaration,
  id,
  name: who,
}: {
  draft: Draft;
  declaration: Shown;
  id: string;
  name: string;
}) {
  const { text, name } = declaration;
  const [failure, setFailure] = useState<unknown>(null);
  const base = workspace.value!;
  const asOf = draft.preview.value?.asOf;
  const key = JSON.stringify([
    language.value,
    text,
    name,
    id,
    asOf,
    base.version,
    base.customers,
    base.orders,
  ]);
  const { answer, waiting } = useLatest<Asked>(
    key,
    async () => {
      const view = await engine.why({ text, name, id, language: language.value });
      setFailure(null);
      return { text, view };
    },
    setFailure,
  );
  const onSelect = useCallback(
    ([start, end]: Span) => {
      const move = (offset: number) => shiftOffset(text, draft.text.peek(), offset);
      showSpan(name, [move(start), move(end)]);
    },
    [draft, name, text],
  );
  if (failure !== null) return <ErrorNote error={failure} />;
  if (!answer) {
    return (
      <p class={styles.waiting} role="status">
        {t(proofTexts.working)}
      </p>
    );
  }
  if (!answer.view) {
    return <EmptyState icon={CircleHelp} title={t(proofTexts.goneTitle)} text={t(proofTexts.goneText)} />;
  }
  return (
    <div aria-busy={waiting}>
      <WhyReport view={answer.view} who={who} currency={base.currency} onSelect={onSelect} />
    </div>
  );
}
