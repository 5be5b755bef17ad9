import { type OwnKind, Problem, retypeOwnField } from '../domain/index.ts';
import { plainText, recoderOf } from '../intake/index.ts';
import type { OnProgress, RetypePlan } from './api.ts';
import type { Context } from './context.ts';
import { columnOf, valuesOf } from './customers.ts';

/** What giving a field of the workspace's own another kind would do to its values. Throws 'fieldGone'. */
export async function planRetype(context: Context, id: string, kind: OwnKind): Promise<RetypePlan> {
  const { from, to, recode, currency } = await retyping(context, id, kind);
  const { known, lost, examples } = await context.store.planRetype(to, recode);
  return { known, lost, examples: examples.map(value => plainText(from, value, currency)) };
}

/** Gives a field of the workspace's own another kind: its values are read anew. Throws 'fieldGone'. */
export async function retypeField(
  context: Context,
  id: string,
  kind: OwnKind,
  { signal, onProgress }: { signal: AbortSignal; onProgress: OnProgress },
): Promise<void> {
  const { to, recode } = await retyping(context, id, kind);
  await context.store.retypeField(to, recode, {
    signal,
    onProgress: (done, total) => onProgress({ stage: 'writing', done, total }),
  });
}

async function retyping(context: Context, id: string, kind: OwnKind) {
  const { currency } = await context.state();
  const { frame, ownFields } = await context.base();
  const from = ownFields.find(each => each.id === id);
  if (!from) throw new Problem('fieldGone');
  const to = retypeOwnField(from, kind);
  const examples = valuesOf(columnOf(frame, from)).map(({ value }) => value);
  const recode = recoderOf(from, to, { currency, today: context.today(), examples });
  return { from, to, recode, currency };
}
