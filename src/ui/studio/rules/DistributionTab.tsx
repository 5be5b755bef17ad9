import { ChartColumn, Table2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Distribution } from '../../../engine/index.ts';
import { distributionTexts } from '../../../i18n/studio.ts';
import { EmptyState, IconButton, nameLabel, Select, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { count } from '../words.ts';
import { workspace } from '../workspace.ts';
import styles from './DistributionTab.module.css';
import { DistributionTable } from './DistributionTable.tsx';
import type { Draft } from './draft.ts';
import { Histogram } from './Histogram.tsx';
import { axisText } from './lenses.ts';
import { cursor, picked } from './session.ts';
import { useLatest } from './useLatest.ts';
import { ValueBars } from './ValueBars.tsx';

/** How the values are spread that the declaration at the cursor looks at, and where it cuts them. */
export function DistributionTab({ draft }: { draft: Draft }) {
  const [chosen, setChosen] = useState<{ of: string; measure: number } | null>(null);
  const [table, setTable] = useState(false);
  const declaration = picked.value;
  const base = workspace.value!;
  const measure = chosen && chosen.of === declaration?.name ? chosen.measure : null;
  const at = cursor.value;
  const key =
    declaration && base.customers > 0
      ? JSON.stringify([declaration.text, declaration.name, measure, measure === null && at, base])
      : null;
  const { answer } = useLatest<Distribution | null>(
    key,
    () => engine.distribution({ text: declaration!.text, name: declaration!.name, measure, at }),
    report,
  );
  if (!declaration || !answer) {
    return (
      <EmptyState icon={ChartColumn} title={t(distributionTexts.none)} text={t(distributionTexts.noneHint)} />
    );
  }
  const show = (value: number) => axisText(answer.kind, value, base.currency);
  const { bins, values, known, unknown, mean, quantiles } = answer;
  const metric = declaration.kind === 'metric';
  const label = (index: number) =>
    metric ? declaration.name : nameLabel(answer.measures[index]!.label.replace(/^[`「](.*)[`」]$/, '$1'));
  const facts: [string, string][] = [[t(distributionTexts.known), count(known)]];
  if (mean !== null && answer.kind !== 'date') facts.push([t(distributionTexts.mean), show(mean)]);
  for (const { share, value } of answer.kind === 'flag' ? [] : quantiles) {
    const named =
      share === 0.5 ? t(distributionTexts.median) : t(distributionTexts.quantile, { share: share * 100 });
    facts.push([named, show(value)]);
  }
  return (
    <div class={styles.tab}>
      <div class={styles.head}>
        {answer.measures.length > 1 ? (
          <Select
            label={t(distributionTexts.measure)}
            value={String(answer.chosen)}
            options={answer.measures.map((_, index) => ({ value: String(index), label: label(index) }))}
            onChange={value => setChosen({ of: declaration.name, measure: Number(value) })}
          />
        ) : (
          <h3 class={styles.measure}>{label(answer.chosen)}</h3>
        )}
        <span class={styles.space} />
        <output class={styles.live}>
          {count(declaration.count)} / {count(base.customers)}
        </output>
        <IconButton
          icon={table ? ChartColumn : Table2}
          size="small"
          label={t(table ? distributionTexts.picture : distributionTexts.table)}
          onClick={() => setTable(!table)}
        />
      </div>
      {known === 0 ? (
        <p class={styles.none}>{t(distributionTexts.unknownAll)}</p>
      ) : table ? (
        <DistributionTable distribution={answer} name={declaration.name} />
      ) : values.length > 0 ? (
        <ValueBars distribution={answer} />
      ) : (
        bins.length > 0 && (
          <Histogram
            key={`${declaration.name} ${answer.chosen}`}
            draft={draft}
            distribution={answer}
            of={declaration}
          />
        )
      )}
      <dl class={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {unknown > 0 && (
          <div>
            <dt>{t(distributionTexts.unknown, { count: unknown })}</dt>
          </div>
        )}
      </dl>
      {!metric && (
        <p class={styles.legend}>
          <span class={styles.all}>{t(distributionTexts.all)}</span>
          <span class={styles.members}>{t(distributionTexts.members, { name: declaration.name })}</span>
        </p>
      )}
      {!table && answer.thresholds.some(({ literal }) => literal) && (
        <p class={styles.hint}>{t(distributionTexts.drag)}</p>
      )}
    </div>
  );
}
