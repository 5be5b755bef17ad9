import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applySettings, Dialog } from '../../src/ui/kit/index.ts';
import { DialogCancel, JobProgress } from '../../src/ui/studio/backup/JobProgress.tsx';
import { engine } from '../../src/ui/studio/engine.ts';
import { job } from '../../src/ui/studio/jobs.ts';
import { byRole, doing, draw } from './draw.ts';

vi.mock('../../src/ui/studio/engine.ts', () => ({ engine: { cancel: vi.fn(async () => undefined) } }));

beforeEach(() => applySettings({ language: 'en', theme: 'auto' }));
afterEach(() => {
  job.value = null;
  vi.clearAllMocks();
});

describe('a dialog with a long job', () => {
  const open = async (onClose: () => void) =>
    draw(
      <Dialog title="Back up" onClose={onClose} actions={<DialogCancel kind="backup" onClose={onClose} />}>
        <JobProgress kind="backup" inDialog />
      </Dialog>,
    );
  const cancels = (place: HTMLElement) =>
    [...place.querySelectorAll('button')].filter(each => /Cancel|Stopping/.test(each.textContent));

  it('has one way to stop it: Cancel, which leaves the dialog while nothing is under way', async () => {
    const onClose = vi.fn();
    const place = await open(onClose);
    expect(cancels(place)).toHaveLength(1);
    await doing(() => cancels(place)[0]!.click());
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(engine.cancel).not.toHaveBeenCalled();

    await doing(() => {
      job.value = { id: 'one', kind: 'backup', progress: { stage: 'packing', done: 1, total: 2 } };
    });
    expect(byRole(place, 'progressbar').getAttribute('aria-valuenow')).toBe('50');
    expect(cancels(place)).toHaveLength(1);
    await doing(() => cancels(place)[0]!.click());
    expect(engine.cancel).toHaveBeenCalledWith('one');
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(cancels(place).map(({ textContent, disabled }) => [textContent, disabled])).toEqual([
      ['Stopping…', true],
    ]);

    await doing(() => {
      job.value = { id: 'two', kind: 'backup', progress: null };
    });
    expect(cancels(place).map(({ textContent, disabled }) => [textContent, disabled])).toEqual([
      ['Cancel', false],
    ]);
  });
});
