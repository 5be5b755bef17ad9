import { PackagePlus, Pencil } from 'lucide';
import type { SegmentCounts } from '../../../../engine/index.ts';
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
  const counts = answer && {
    ...answer,
    segments: answer.segments.filter(({ group }) => group !== null && groups.has(group)),
  };

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
      {counts && (
        <div class={model.picture}>
          <Tiles pack={pack} counts={counts} />
          <Shares pack={pack} counts={counts} />
        </div>
      )}
    </section>
  );
}

interface GroupProps {
  pack: ShippedPack;
  counts: SegmentCounts;
}

function hashOf(pack: ShippedPack, name: string): string {
  return partHash('lifecycle', `${pack.id} ${name}`);
}

function Tiles({ pack, counts }: GroupProps) {
  const currency = workspace.value?.currency ?? 'CNY';
  return (
    <ul class={`${model.cards} ${model.narrow}`}>
      {counts.segments.map(({ name, customers, money }) => (
        <li key={name} class={model.tile}>
          <h3 class={model.tileName}>{name}</h3>
          <a
            class={model.number}
            href={hashOf(pack, name)}
            aria-label={t(lifecycleTexts.see, { name, count: customers })}
          >
            {count(customers)}
          </a>
          <span class={model.small}>
            {t(lifecycleTexts.ofCustomers, { share: shareText(share(customers, counts.customers)) })}
          </span>
          <span class={model.amount}>{roundMoney(money, currency)}</span>
          <span class={model.small}>
            {t(lifecycleTexts.ofRevenue, { share: shareText(share(money, counts.money)) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

interface Line {
  readonly name: string;
  readonly customers: number;
  readonly money: number;
  readonly hash: string;
}

/** The segments, and those who are in none of them. */
function linesOf(pack: ShippedPack, { segments, customers, money }: SegmentCounts): Line[] {
  const lines = segments.map(each => ({ ...each, hash: hashOf(pack, each.name) }));
  const rest = customers - lines.reduce((sum, each) => sum + each.customers, 0);
  if (rest <= 0) return lines;
  return [
    ...lines,
    {
      name: t(lifecycleTexts.rest),
      customers: rest,
      money: money - lines.reduce((sum, each) => sum + each.money, 0),
      hash: partHash('lifecycle', pack.id),
    },
  ];
}

/** How customers and revenue are shared out, one bar below the other. */
function Shares({ pack, counts }: GroupProps) {
  const currency = workspace.value?.currency ?? 'CNY';
  if (counts.customers === 0) return null;
  const lines = linesOf(pack, counts);
  const rest = lines.length > counts.segments.length ? lines.at(-1)! : null;
  return (
    <>
      {rest && (
        <p class={model.hint}>
          <a href={rest.hash}>{t(lifecycleTexts.restHint, { count: rest.customers })}</a>
        </p>
      )}
      <Chart
        label={t(lifecycleTexts.shares, { name: pack.name[language.value] })}
        height={150}
        option={colours => ({
          tooltip: {
            formatter: ({ seriesName, value }: { seriesName: string; value: number }) =>
              `${seriesName}: ${shareText(value)}`,
          },
          legend: {},
          grid: { top: 36, left: 0, right: 8, bottom: 0, containLabel: true },
          xAxis: { type: 'value', max: 1, axisLabel: { formatter: shareText }, splitLine: { show: false } },
          yAxis: {
            type: 'category',
            data: [t(lifecycleTexts.revenue), t(lifecycleTexts.customers)],
            axisLine: { show: false },
          },
          series: lines.map((each, at) => ({
            type: 'bar',
            stack: 'all',
            name: each.name,
            barWidth: 20,
            itemStyle: { color: each === rest ? colours.rest : colours.kinds[at % colours.kinds.length] },
            data: [share(each.money, counts.money), share(each.customers, counts.customers)],
          })),
        })}
        onPick={({ seriesIndex }) => {
          const picked = lines[seriesIndex ?? -1];
          if (picked) location.hash = picked.hash;
        }}
        table={{
          columns: [
            { label: t(lifecycleTexts.segment) },
            { label: t(lifecycleTexts.customers), isNumeric: true },
            { label: t(lifecycleTexts.share), isNumeric: true },
            { label: t(lifecycleTexts.revenue), isNumeric: true },
            { label: t(lifecycleTexts.revenueShare), isNumeric: true },
          ],
          rows: lines.map(({ name, customers, money, hash }) => [
            name,
            <a key="count" href={hash} aria-label={t(lifecycleTexts.see, { name, count: customers })}>
              {count(customers)}
            </a>,
            shareText(share(customers, counts.customers)),
            roundMoney(money, currency),
            shareText(share(money, counts.money)),
          ]),
        }}
      />
    </>
  );
}
