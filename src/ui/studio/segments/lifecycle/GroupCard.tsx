import { PackagePlus, Pencil } from 'lucide';
import type { SegmentCount } from '../../../../engine/index.ts';
import { lifecycleTexts } from '../../../../i18n/lifecycle.ts';
import { mergePack, type ShippedPack } from '../../../../rules/index.ts';
import { Button, language, roundMoney, t, toast } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { cursor, draft, pick, setText } from '../../rules/session.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { count, shareText } from '../../words.ts';
import { workspace } from '../../workspace.ts';
import { partHash } from '../address.ts';
import { baseKey } from '../baseKey.ts';
import model from '../Model.module.css';
import { rulesOf } from './packs.ts';

/** The segments of one group: how many each holds and what they bring, and the way to their definitions. */
export function GroupCard({ pack }: { pack: ShippedPack }) {
  const { text, groups, start } = rulesOf(pack);
  const of = baseKey();
  const { answer } = useLatest(of && JSON.stringify([text, of]), () => engine.segments(text), report);
  const name = pack.name[language.value];
  const segments = (answer ?? []).filter(({ group }) => group !== null && groups.has(group));
  const customers = workspace.value?.customers ?? 0;
  const rest = customers - segments.reduce((sum, each) => sum + each.customers, 0);

  function add(): void {
    const before = draft.value?.text.peek();
    if (before === undefined) return;
    const merged = mergePack(before, pack.text[language.value], name, new Map());
    setText(merged.text);
    cursor.value = merged.start;
    toast(t(lifecycleTexts.added, { name }), { undo: () => setText(before) });
  }

  return (
    <section class={model.card} aria-label={name}>
      <header class={model.headRow}>
        <div>
          <h2>{name}</h2>
          <p class={model.hint}>{pack.about[language.value]}</p>
          <p class={model.hint}>{t(start === null ? lifecycleTexts.shipped : lifecycleTexts.ownRules)}</p>
        </div>
        {start === null ? (
          <Button icon={PackagePlus} onClick={add} disabled={!draft.value}>
            {t(lifecycleTexts.add)}
          </Button>
        ) : (
          <Button
            icon={Pencil}
            onClick={() => {
              go('rules');
              pick(start);
            }}
          >
            {t(lifecycleTexts.edit)}
          </Button>
        )}
      </header>
      {answer && (
        <div class={model.picture}>
          <Tiles pack={pack} segments={segments} />
          {rest > 0 && <p class={model.hint}>{t(lifecycleTexts.restHint, { count: rest })}</p>}
          <Shares pack={pack} segments={segments} />
        </div>
      )}
    </section>
  );
}

interface GroupProps {
  pack: ShippedPack;
  segments: readonly SegmentCount[];
}

function hashOf(pack: ShippedPack, name: string): string {
  return partHash('lifecycle', `${pack.id} ${name}`);
}

function Tiles({ pack, segments }: GroupProps) {
  const currency = workspace.value?.currency ?? 'CNY';
  const total = segments.reduce((sum, { money }) => sum + money, 0);
  return (
    <ul class={model.cards}>
      {segments.map(({ name, customers, share, money }) => (
        <li key={name} class={model.tile}>
          <h3 class={model.tileName}>{name}</h3>
          <a
            class={model.number}
            href={hashOf(pack, name)}
            aria-label={t(lifecycleTexts.see, { name, count: customers })}
          >
            {count(customers)}
          </a>
          <span class={model.small}>{t(lifecycleTexts.ofCustomers, { share: shareText(share) })}</span>
          <span class={model.amount}>{roundMoney(money, currency)}</span>
          <span class={model.small}>
            {t(lifecycleTexts.ofRevenue, { share: shareText(total > 0 ? money / total : 0) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How customers and revenue are shared out, one bar below the other. */
function Shares({ pack, segments }: GroupProps) {
  const currency = workspace.value?.currency ?? 'CNY';
  const customers = segments.reduce((sum, each) => sum + each.customers, 0);
  const money = segments.reduce((sum, each) => sum + each.money, 0);
  if (customers === 0) return null;
  const shares = (each: SegmentCount) => [each.customers / customers, money > 0 ? each.money / money : 0];
  return (
    <Chart
      label={t(lifecycleTexts.shares, { name: pack.name[language.value] })}
      height={150}
      option={colours => ({
        tooltip: {
          formatter: ({ seriesName, value }: { seriesName: string; value: number }) =>
            `${seriesName}: ${shareText(value)}`,
        },
        legend: { left: 0 },
        grid: { top: 36, left: 0, right: 8, bottom: 0, containLabel: true },
        xAxis: { type: 'value', max: 1, axisLabel: { formatter: shareText }, splitLine: { show: false } },
        yAxis: {
          type: 'category',
          data: [t(lifecycleTexts.revenue), t(lifecycleTexts.customers)],
          axisLine: { show: false },
        },
        series: segments.map((each, at) => ({
          type: 'bar',
          stack: 'all',
          name: each.name,
          barWidth: 20,
          itemStyle: { color: colours.kinds[at % colours.kinds.length] },
          data: shares(each).reverse(),
        })),
      })}
      onPick={({ seriesName }) => {
        if (seriesName) location.hash = hashOf(pack, seriesName);
      }}
      table={{
        columns: [
          { label: t(lifecycleTexts.segment) },
          { label: t(lifecycleTexts.customers), isNumeric: true },
          { label: t(lifecycleTexts.share), isNumeric: true },
          { label: t(lifecycleTexts.revenue), isNumeric: true },
          { label: t(lifecycleTexts.revenueShare), isNumeric: true },
        ],
        rows: segments.map(each => [
          each.name,
          <a
            key="count"
            href={hashOf(pack, each.name)}
            aria-label={t(lifecycleTexts.see, { name: each.name, count: each.customers })}
          >
            {count(each.customers)}
          </a>,
          shareText(each.share),
          roundMoney(each.money, currency),
          shareText(shares(each)[1] ?? 0),
        ]),
      }}
    />
  );
}
