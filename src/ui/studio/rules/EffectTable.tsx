import type { Comparison } from '../../../engine/index.ts';
import { rulesTexts, versionTexts } from '../../../i18n/studio.ts';
import { Icon, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { count } from '../words.ts';
import { workspace } from '../workspace.ts';
import styles from './EffectTable.module.css';
import { kindIcons } from './kinds.ts';
import { briefMoney } from './lenses.ts';
import { useLatest } from './useLatest.ts';

/** What one text does against another on the data of now: who comes and goes, and how tiers move. */
export function EffectTable({ before, after }: { before: string; after: string }) {
  const base = workspace.value!;
  const { answer, waiting } = useLatest<Comparison>(
    JSON.stringify([before, after, base]),
    () => engine.compare(before, after),
    report,
  );
  if (!answer) return <div class={styles.effect} aria-busy="true" />;
  const money = (minor: number) => (minor === 0 ? '' : briefMoney(minor, base.currency));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard
    <section class={styles.effect} aria-busy={waiting} aria-label={t(versionTexts.tabEffect)} tabIndex={0}>
      <p class={styles.summary}>
        {answer.declarations.length === 0
          ? t(versionTexts.effectNone)
          : t(versionTexts.effect, { changed: answer.changed, customers: answer.customers })}
      </p>
      {answer.declarations.length > 0 && (
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(versionTexts.declaration)}</th>
              <th scope="col">{t(versionTexts.held)}</th>
              <th scope="col">{t(versionTexts.holds)}</th>
              <th scope="col">{t(versionTexts.enters)}</th>
              <th scope="col">{t(versionTexts.money)}</th>
              <th scope="col">{t(versionTexts.leaves)}</th>
              <th scope="col">{t(versionTexts.money)}</th>
            </tr>
          </thead>
          <tbody>
            {answer.declarations.map(each => (
              <tr key={`${each.kind} ${each.name}`}>
                <th scope="row">
                  <span class={styles.name}>
                    <Icon of={kindIcons[each.kind]} size={14} />
                    {each.name}
                    {(each.before === null || each.after === null) && (
                      <span class={styles.what}>
                        {t(each.before === null ? rulesTexts.changeadded : rulesTexts.changeremoved)}
                      </span>
                    )}
                  </span>
                </th>
                <td>{each.before === null ? '' : count(each.before)}</td>
                <td>{each.after === null ? '' : count(each.after)}</td>
                <td class={styles.enters}>{each.enters > 0 && `+${count(each.enters)}`}</td>
                <td>{money(each.entersMoney)}</td>
                <td class={styles.leaves}>{each.leaves > 0 && `−${count(each.leaves)}`}</td>
                <td>{money(each.leavesMoney)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {answer.migrations.map(({ tier, moves }) => (
        <table key={tier} class={styles.table}>
          <caption>{t(versionTexts.moves, { tier })}</caption>
          <tbody>
            {moves.map(({ from, to, count: many, money: paid }) => (
              <tr key={`${from} ${to}`}>
                <th scope="row">
                  {from ?? t(versionTexts.noLevel)} → {to ?? t(versionTexts.noLevel)}
                </th>
                <td>{count(many)}</td>
                <td>{money(paid)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
