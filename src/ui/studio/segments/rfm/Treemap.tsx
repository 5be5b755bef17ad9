import { useState } from 'preact/hooks';
import type { RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Field, Select, t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import styles from './Rfm.module.css';
import { treemap } from './treemap.ts';
import { className, groupHash, roundMoney } from './words.ts';

const ratio = 2.4;

/** The classes as areas; how dark, says what a customer of it brings. */
export function Treemap({ view }: { view: RfmView }) {
  const [by, setBy] = useState<'customers' | 'revenue'>('customers');
  const tiles = treemap(
    view.classes.map(each => Math.max(0, each[by])),
    ratio,
  );
  const worth = view.classes.map(each => (each.customers > 0 ? each.revenue / each.customers : 0));
  const most = Math.max(1, ...worth);
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
      <ul class={styles.tree} style={{ aspectRatio: String(ratio) }}>
        {view.classes.map(({ code, customers, share, revenue }, at) => {
          const { left, top, width, height } = tiles[at]!;
          if (width === 0) return null;
          const name = className(view, code);
          const shade = 8 + 34 * Math.sqrt(Math.max(0, worth[at]!) / most);
          return (
            <li
              key={code}
              class={styles.tile}
              style={{
                left: `${left * 100}%`,
                top: `${top * 100}%`,
                width: `${width * 100}%`,
                height: `${height * 100}%`,
              }}
            >
              <a
                href={groupHash({ is: 'class', code })}
                aria-label={t(segmentTexts.seeClass, { name, code, count: customers })}
                title={`${name} (${code}): ${count(customers)} · ${roundMoney(revenue, view.currency)}`}
                style={{
                  background: `color-mix(in srgb, var(--accent) ${shade.toFixed(1)}%, var(--surface))`,
                }}
              >
                <b>{name}</b>
                <span class={styles.bits}>{code}</span>
                <span>{by === 'customers' ? count(customers) : roundMoney(revenue, view.currency)}</span>
                <span>
                  {shareText(by === 'customers' ? share : view.revenue > 0 ? revenue / view.revenue : 0)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
