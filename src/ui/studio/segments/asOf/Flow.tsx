import type { MigrationClass, MigrationRequest, MigrationView } from '../../../../engine/index.ts';
import { asOfTexts } from '../../../../i18n/asOf.ts';
import { t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import type { Colours } from '../../chart/colours.ts';
import { count } from '../../words.ts';
import styles from './AsOf.module.css';
import { asOfHash, className } from './words.ts';

interface Link {
  readonly was: number;
  readonly is: number;
  readonly customers: number;
}

/** Ribbons from where customers were to where they are; each opens the names. */
export function Flow({ view, request }: { view: MigrationView; request: MigrationRequest }) {
  const links = view.counts.flatMap((row, was) =>
    row.flatMap((customers, is): Link[] => (customers > 0 ? [{ was, is, customers }] : [])),
  );
  const total = (of: 'was' | 'is', place: number) =>
    links.reduce((sum, link) => sum + (link[of] === place ? link.customers : 0), 0);
  const wordsOf = ({ was, is, customers }: Link) =>
    t(asOfTexts.cell, {
      count: customers,
      was: className(view.before[was]!, 'before', view),
      is: className(view.now[is]!, 'now', view),
    });
  const side = (classes: readonly MigrationClass[], of: 'was' | 'is', colours: Colours) =>
    classes.flatMap((each, place) => {
      const customers = total(of, place);
      if (customers === 0) return [];
      const label = `${className(each, of === 'was' ? 'before' : 'now', view)}  ${count(customers)}`;
      return [
        {
          name: `${of} ${place}`,
          depth: of === 'was' ? 0 : 1,
          itemStyle: { color: colourOf(each, place, view, colours) },
          label: { formatter: label, position: of === 'was' ? 'right' : 'left' },
          hash: asOfHash(request, of === 'was' ? [place, null] : [null, place]),
          words: label,
        },
      ];
    });
  return (
    <div class={styles.flow}>
      <Chart
        label={t(asOfTexts.flow)}
        height={380}
        option={colours => ({
          tooltip: { formatter: ({ data }: { data: { words: string } }) => data.words },
          series: [
            {
              type: 'sankey',
              ...{ left: 8, right: 8, top: 8, bottom: 8 },
              nodeWidth: 14,
              nodeGap: 12,
              draggable: false,
              layoutIterations: 0,
              emphasis: { focus: 'adjacency' },
              data: [...side(view.before, 'was', colours), ...side(view.now, 'is', colours)],
              links: links.map(link => ({
                source: `was ${link.was}`,
                target: `is ${link.is}`,
                value: link.customers,
                words: wordsOf(link),
                hash: asOfHash(request, [link.was, link.is]),
              })),
            },
          ],
        })}
        onPick={({ data }) => {
          const { hash } = data as { hash?: string };
          if (hash) location.hash = hash;
        }}
        table={{
          columns: [
            { label: t(asOfTexts.before) },
            { label: t(asOfTexts.after) },
            { label: t(asOfTexts.all), isNumeric: true },
          ],
          rows: [...links]
            .sort((a, b) => b.customers - a.customers)
            .map(link => [
              className(view.before[link.was]!, 'before', view),
              className(view.now[link.is]!, 'now', view),
              <a key="n" href={asOfHash(request, [link.was, link.is])} aria-label={wordsOf(link)}>
                {count(link.customers)}
              </a>,
            ]),
        }}
      />
    </div>
  );
}

/** A tier's levels have their own ordered colours; nobody and nowhere are quiet. */
function colourOf(
  each: MigrationClass,
  place: number,
  { by, before }: MigrationView,
  colours: Colours,
): string {
  if (each.is !== 'class') return colours.rest;
  if (by?.kind !== 'tier') return colours.kinds[place % colours.kinds.length]!;
  const levels = Math.max(1, before.length - 3);
  return colours.tiers[Math.min(3, Math.round((place / levels) * 3))]!;
}
