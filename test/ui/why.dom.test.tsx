import { beforeEach, describe, expect, it } from 'vitest';
import type { Span } from '../../src/domain/index.ts';
import type { WhyView } from '../../src/engine/index.ts';
import { flips, nextChange, prove } from '../../src/rules/index.ts';
import { applySettings } from '../../src/ui/kit/index.ts';
import { WhyReport } from '../../src/ui/panel/why/WhyReport.tsx';
import { day, exampleDay, frameOf, type Person, run } from '../rules/kit.ts';
import { byRole, doing, draw } from './draw.ts';

const paid = (iso: string, yuan: number) => ({
  day: day(iso),
  amount: yuan * 100,
  status: 'paid',
  repeat: 0,
});
const people: Person[] = [
  {
    columns: { industry: 'C' },
    orders: [paid('2026-03-01', 100), paid('2026-06-01', 80)],
    interactions: [],
  },
  { columns: {}, orders: [paid('2026-05-01', 20)], interactions: [] },
];

function viewOf(text: string, name: string, levels?: readonly string[]): WhyView {
  const previousTiers = levels && new Map([[name, { levels, codes: Uint8Array.of(1, 0) }]]);
  const evaluated = run(text, frameOf(people), exampleDay, previousTiers ? { previousTiers } : {});
  const proof = prove(evaluated, name, 0)!;
  const next = nextChange(evaluated, name, 0);
  return { proof, flips: flips(evaluated, name, 0), next, asOf: exampleDay, ownFields: [] };
}

function drawWhy(view: WhyView, onSelect?: (span: Span) => void): Promise<HTMLElement> {
  return draw(<WhyReport view={view} who="Ann" currency="CNY" {...(onSelect ? { onSelect } : {})} />);
}

/** The line whose own text is `text`, without what is below it. */
function lineOf(place: HTMLElement, text: string): HTMLElement {
  const found = [...place.querySelectorAll('code')].find(each => each.textContent === text);
  return found!.closest('li')!.firstElementChild as HTMLElement;
}

beforeEach(() => applySettings({ language: 'en', theme: 'auto' }));

describe('why', () => {
  it('says the outcome, and of what failed which line decided', async () => {
    const place = await drawWhy(
      viewOf('tag a when frequency >= 2 and monetary >= 500 and recency < 99', 'a'),
    );
    expect(place.textContent).toContain('Ann does not have the tag a: 1 of 3 conditions does not hold');
    expect(lineOf(place, 'frequency >= 2').textContent).toMatch(/holds$/);
    expect(lineOf(place, 'frequency >= 2').textContent).not.toContain('decides');
    expect(lineOf(place, 'monetary >= 500').textContent).toMatch(/decidesfails$/);
    expect(lineOf(place, 'monetary').textContent).toContain('¥180');
  });

  it('marks nothing as decisive where everything had to hold', async () => {
    const place = await drawWhy(viewOf('tag a when frequency >= 2 and monetary >= 100', 'a'));
    expect(place.textContent).toContain('Ann has the tag a: all 2 conditions hold');
    expect(place.textContent).not.toContain('decides');
  });

  it('tells a value that is not known from one that fails', async () => {
    const place = await drawWhy(viewOf('tag a when satisfaction >= 4', 'a'));
    expect(lineOf(place, 'satisfaction >= 4').textContent).toContain('not known');
  });

  it('lists the rows behind a number when asked', async () => {
    const place = await drawWhy(viewOf('tag a when count(orders in last 12 months) >= 2', 'a'));
    const toggle = byRole(place, 'button', '2 of 2 orders, Jul 1, 2025 to Jun 30, 2026');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(place.querySelector('table')).toBeNull();
    await doing(() => toggle.click());
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    const cells = [...place.querySelectorAll('tbody tr')].map(row => row.textContent);
    expect(cells).toEqual(['Jun 1, 2026¥80', 'Mar 1, 2026¥100']);
  });

  it('says over how many customers a number of the whole base goes', async () => {
    const place = await drawWhy(viewOf('tag a when monetary >= mean(monetary)', 'a'));
    expect(lineOf(place, 'mean(monetary)').textContent).toContain('¥100');
    expect(place.textContent).toContain('over 2 customers');
  });

  it('opens the proof of another rule in place', async () => {
    const place = await drawWhy(viewOf('tag a when frequency >= 2\ntag b when tag a and recency < 99', 'b'));
    expect(place.textContent).not.toContain('frequency >= 2');
    await doing(() => byRole(place, 'button', 'Show what tag a comes from').click());
    expect(lineOf(place, 'frequency >= 2').textContent).toContain('holds');
  });

  it('leads from a line to its place in the text', async () => {
    const text = 'tag a when frequency >= 2';
    const spans: Span[] = [];
    const place = await drawWhy(viewOf(text, 'a'), span => spans.push(span));
    await doing(() => lineOf(place, 'frequency >= 2').querySelector<HTMLElement>('button[title]')!.click());
    expect(spans.map(span => text.slice(...span))).toEqual(['frequency >= 2']);
  });

  it('shows the levels of a tier, and the one that was kept', async () => {
    const text = 'tier t by monetary {\n high from 200 keep 150\n mid from 100\n low otherwise\n}';
    const place = await drawWhy(viewOf(text, 't', ['high', 'mid', 'low']));
    expect(place.textContent).toContain('Ann is high in t: high: kept, ¥180 is still at least ¥150');
    const rows = [...place.querySelectorAll('tbody tr')].map(row =>
      [...row.children].map(cell => cell.textContent),
    );
    expect(rows).toEqual([
      ['high', '¥200', '¥150', 'kept'],
      ['mid', '¥100', '', 'below'],
      ['low', '', '', 'below'],
    ]);
    expect(place.textContent).toContain('Level before: high');
  });

  it('names what would change it and when time will, in Chinese as well', async () => {
    applySettings({ language: 'zh', theme: 'auto' });
    const place = await drawWhy(viewOf('标签 沉睡 当 最近消费间隔 > 30天', '沉睡'));
    expect(place.textContent).toContain('Ann 没有标签“沉睡”');
    expect(place.textContent).toContain('2 天内无新动态');
    expect(place.textContent).toContain('2 天后：沉睡');
  });
});
