import { describeProblem, toast } from '../kit/index.ts';

/** Does something to a customer and tells that it changed, or why it could not be done; whether it was. */
export async function attempt(work: () => Promise<unknown>, onChanged: () => void): Promise<boolean> {
  try {
    await work();
    onChanged();
    return true;
  } catch (error) {
    toast(describeProblem(error), { tone: 'error' });
    return false;
  }
}
