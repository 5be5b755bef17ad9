import { useState } from 'preact/hooks';
import type { RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Field, roundMoney, Select, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { mix } from '../../chart/colours.ts';
import { count, shareText } from '../../words.ts';
import model from '../Model.module.css';
import styles from './Rfm.module.css';
import { groupHash, listedSegments } from './words.ts';

/** The segments as areas; how strong the colour, says what a customer of it brings. */
export function Treemap({ view }: { view: RfmView }) {
  const [by, setBy] = useState<'customers' | 'revenue'>('customers');
  const { currency } = view;
  const listed = listedSegments(view);
  const worth = listed.map(each => (each.customers > 0 ? each.revenue / each.customers : 0));
  const most = Math.max(1, ...worth);
  const shadeOf = (each: number) => 0.08 + 0.34 * Math.sqrt(Math.max(0, each) / most);
  const shareOf = (revenue: number) => (view.revenue > 0 ? revenue / view.revenue : 0);
  return (
    <div class={styles.treeFrame}>
      <div class={styles.treeBy}>
        <Field label={t(segmentTexts.treeBy)}>
          <Select
            value={by}
            options={(['customers', 'revenue'] as const).map(value => ({
              value,
              label: t(segmentTexts[`tree${value}`]),
            }))}
            onChange={value => setBy(value)}
          />
        </Field>
      </div>
      <Chart
        label={t(segmentTexts.treeCaption)}
        height={380}
        option={colours => ({
          tooltip: { formatter: ({ data }: { data: { words?: string } }) => data.words ?? '' },
          series: [
            {
              type: 'treemap',
              ...{ left: 0, right: 0, top: 0, bottom: 0 },
              nodeClick: false,
              roam: false,
              label: { color: colours.ink, lineHeight: 17, position: [8, 8] },
              itemStyle: { gapWidth: 2 },
              data: listed.flatMap((each, at) => {
                const value = Math.max(0, each[by]);
                if (value === 0) return [];
                const number =
                  by === 'customers' ? count(each.customers) : roundMoney(each.revenue, currency);
                const share = by === 'customers' ? each.share : shareOf(each.revenue);
                const title = each.code === null ? each.name : `${each.name} ${each.code}`;
                return {
                  name: title,
                  value,
                  hash: groupHash(each.group),
                  words: `${each.words}\n${roundMoney(each.revenue, currency)}`,
                  itemStyle: { color: mix(colours.accent, colours.surface, shadeOf(worth[at]!)) },
                  label: { formatter: `${title}\n${number} · ${shareText(share)}` },
                };
              }),
            },
          ],
        })}
        onPick={({ data }) => {
          const { hash } = data as { hash?: string };
          if (hash) location.hash = hash;
        }}
        table={{
          columns: [
            { label: t(segmentTexts.class) },
            ...(['customers', 'share', 'revenue', 'revenueShare', 'each'] as const).map(id => ({
              label: t(segmentTexts[id]),
              isNumeric: true,
            })),
          ],
          rows: listed.map(({ name, code, customers, share, revenue, group, words }) => [
            <>
              {name} {code !== null && <span class={model.bits}>{code}</span>}
            </>,
            <a key="count" href={groupHash(group)} aria-label={words}>
              {count(customers)}
            </a>,
            shareText(share),
            roundMoney(revenue, currency),
            shareText(shareOf(revenue)),
            customers > 0 ? roundMoney(revenue / customers, currency) : '–',
          ]),
        }}
      />
    </div>
  );
}
