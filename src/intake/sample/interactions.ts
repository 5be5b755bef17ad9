import type { Day, Dice, Interaction } from '../../domain/index.ts';
import type { Persona } from './personas.ts';

const kinds = [
  ['visit', 46],
  ['consultation', 34],
  ['survey', 20],
] as const;
const topics = [
  ['usage', 46],
  ['repair', 24],
  ['cooperation', 18],
  ['complaint', 12],
] as const;
const channels = [
  ['online', 40],
  ['phone', 26],
  ['wechat', 20],
  ['email', 10],
  ['visit', 4],
] as const;

/** What one customer did and said between `from` and `to`, in order of time. */
export function makeInteractions(
  dice: Dice,
  persona: Persona,
  count: number,
  from: Day,
  to: Day,
): Interaction[] {
  const days = Array.from({ length: count }, () => dice.whole(from, to)).sort((one, other) => one - other);
  return days.map((day, index) =>
    persona.id === 'complainer' ? complaint(dice, day, index / Math.max(1, count - 1)) : ordinary(dice, day),
  );
}

/** A look at the company's site. */
export function makeVisit(dice: Dice, day: Day): Interaction {
  return { ...base(dice, day), kind: 'visit', channel: 'online' };
}

/** The last interaction of somebody whose complaint of `day` nobody has settled. */
export function openComplaint(last: Interaction, day: Day): Interaction {
  const marks = { csat: Number.NaN, nps: Number.NaN };
  return { ...last, ...marks, day, kind: 'consultation', channel: 'phone', topic: 'complaint' };
}

function ordinary(dice: Dice, day: Day): Interaction {
  const kind = dice.weighted(kinds);
  if (kind === 'visit') return makeVisit(dice, day);
  const channel = dice.weighted(channels);
  if (kind === 'consultation') return { ...base(dice, day), kind, channel, topic: dice.weighted(topics) };
  const csat = dice.weighted([
    [5, 48],
    [4, 34],
    [3, 13],
    [2, 5],
  ] as const);
  return { ...base(dice, day), kind, channel, csat, nps: dice.chance(0.7) ? npsFor(dice, csat) : Number.NaN };
}

/** Complaints, and surveys whose marks fall as `progress` goes from 0 to 1. */
function complaint(dice: Dice, day: Day, progress: number): Interaction {
  const channel = dice.weighted(channels);
  if (dice.chance(0.5)) {
    const topic = dice.chance(0.7) ? 'complaint' : 'repair';
    return { ...base(dice, day), kind: 'consultation', channel, topic };
  }
  const csat = Math.max(1, Math.min(5, Math.round(4.2 - 3 * progress + (dice.next() - 0.5))));
  return { ...base(dice, day), kind: 'survey', channel, csat, nps: npsFor(dice, csat) };
}

function npsFor(dice: Dice, csat: number): number {
  return Math.max(0, Math.min(10, csat * 2 + dice.whole(-1, 1)));
}

function base(dice: Dice, day: Day): Interaction {
  return {
    day,
    minute: dice.whole(540, 1_260),
    kind: '',
    channel: '',
    topic: '',
    csat: Number.NaN,
    nps: Number.NaN,
  };
}
