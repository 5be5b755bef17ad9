import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../src/domain/index.ts';
import {
  applySettings,
  Boundary,
  CustomerSearch,
  Dialog,
  Field,
  Menu,
  ProgressBar,
  Section,
  Tabs,
  TextInput,
  TierBadge,
  Toasts,
  toast,
  VirtualList,
} from '../../src/ui/kit/index.ts';
import { byRole, doing, draw, press } from './draw.ts';

beforeEach(() => applySettings({ language: 'en', theme: 'auto' }));
afterEach(() => vi.restoreAllMocks());

describe('VirtualList', () => {
  beforeEach(() => {
    // no layout here: the list is told that it is 300 px high
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(300);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
  });

  const active = (place: HTMLElement) => {
    const list = byRole(place, 'listbox');
    return place.querySelector(`[id="${list.getAttribute('aria-activedescendant')}"]`)?.textContent;
  };

  it('draws only the rows near the view, and says how many there are', async () => {
    const place = await draw(
      <VirtualList label="Rows" count={100_000} rowHeight={30} row={index => `row ${index}`} />,
    );
    const rows = place.querySelectorAll('[role=option]');
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('100000');
  });

  it('moves by arrows, pages, Home and End, and stays within its ends', async () => {
    const chosen: number[] = [];
    const place = await draw(
      <VirtualList
        label="Rows"
        count={40}
        rowHeight={30}
        row={index => `row ${index}`}
        onChoose={index => chosen.push(index)}
      />,
    );
    const list = byRole(place, 'listbox');
    const pressing = async (key: string) => {
      expect(await press(list, key)).toBe(true);
      return active(place);
    };
    expect(await pressing('ArrowUp')).toBe('row 0');
    expect(await pressing('ArrowDown')).toBe('row 1');
    expect(await pressing('PageDown')).toBe('row 10');
    expect(await pressing('PageUp')).toBe('row 1');
    expect(await pressing('Home')).toBe('row 0');
    await press(list, 'ArrowDown');
    await press(list, 'Enter');
    expect(chosen).toEqual([1]);
    await press(list, 'End');
    expect(list.getAttribute('aria-activedescendant')).toMatch(/-39$/);
    await press(list, 'ArrowDown');
    expect(list.getAttribute('aria-activedescendant')).toMatch(/-39$/);
  });

  it('keeps the active row inside a list that has become shorter', async () => {
    let shorten = () => {};
    function Shrinking() {
      const [count, setCount] = useState(12);
      shorten = () => setCount(3);
      return <VirtualList label="Rows" count={count} rowHeight={30} row={index => `row ${index}`} />;
    }
    const place = await draw(<Shrinking />);
    await press(byRole(place, 'listbox'), 'End');
    await doing(shorten);
    expect(active(place)).toBe('row 2');
  });
});

describe('Tabs', () => {
  function Three() {
    const [selected, select] = useState<'a' | 'b' | 'c'>('a');
    const tabs = (['a', 'b', 'c'] as const).map(id => ({ id, label: id.toUpperCase() }));
    return (
      <Tabs label="Views" tabs={tabs} selected={selected} onSelect={id => select(id)}>
        panel {selected}
      </Tabs>
    );
  }

  it('selects by arrows around the ends, Home and End, and has one tab stop', async () => {
    const place = await draw(<Three />);
    const list = byRole(place, 'tablist');
    const pressing = async (key: string) => {
      await press(list, key);
      return byRole(place, 'tabpanel').textContent;
    };
    expect(await pressing('ArrowLeft')).toBe('panel c');
    expect(await pressing('ArrowRight')).toBe('panel a');
    expect(await pressing('End')).toBe('panel c');
    expect(await pressing('Home')).toBe('panel a');
    expect(document.activeElement?.textContent).toBe('A');
    expect([...place.querySelectorAll<HTMLElement>('[role=tab]')].map(tab => tab.tabIndex)).toEqual([
      0, -1, -1,
    ]);
  });
});

describe('Menu', () => {
  beforeEach(() => {
    HTMLElement.prototype.showPopover ??= () => {};
    HTMLElement.prototype.hidePopover ??= () => {};
  });

  it('opens on its first entry, moves past what is disabled, chooses, and gives the focus back', async () => {
    const chosen: string[] = [];
    const item = (label: string) => ({ label, onChoose: () => void chosen.push(label) });
    const items = [
      item('Copy'),
      { ...item('Move'), disabled: true },
      item('Delete'),
      { heading: 'More' },
      item('Cut'),
    ];
    const place = await draw(<Menu label="Do" icon={Trash2} items={items} />);
    const trigger = byRole(place, 'button', 'Do');
    await doing(() => trigger.click());
    const menu = byRole(place, 'menu');
    const now = () => document.activeElement?.textContent;
    expect(now()).toBe('Copy');
    await press(menu, 'ArrowDown');
    expect(now()).toBe('Delete');
    await press(menu, 'c');
    expect(now()).toBe('Cut');
    await press(menu, 'ArrowDown');
    expect(now()).toBe('Copy');
    await press(menu, 'End');
    await doing(() => (document.activeElement as HTMLElement).click());
    expect(chosen).toEqual(['Cut']);
    expect(document.activeElement).toBe(trigger);
    await doing(() => trigger.click());
    await press(menu, 'Escape');
    expect(document.activeElement).toBe(trigger);
  });
});

describe('Dialog', () => {
  it('takes the focus to its first field and gives it back', async () => {
    function Opener() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            open
          </button>
          {open && (
            <Dialog title="Edit" onClose={() => setOpen(false)}>
              <Field label="Name" error="too short">
                <TextInput value="" onInput={() => {}} />
              </Field>
            </Dialog>
          )}
        </>
      );
    }
    const place = await draw(<Opener />);
    const opener = byRole(place, 'button', 'open');
    opener.focus();
    await doing(() => opener.click());
    const input = place.querySelector('input')!;
    expect(document.activeElement).toBe(input);
    expect(place.querySelector('label')?.htmlFor).toBe(input.id);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(place.querySelector(`[id="${input.getAttribute('aria-describedby')}"]`)?.textContent).toBe(
      'too short',
    );
    await doing(() => byRole(place, 'button', 'Close').click());
    expect(place.querySelector('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });
});

describe('Toast', () => {
  it('says it politely and can be undone once', async () => {
    const place = await draw(<Toasts />);
    const undo = vi.fn();
    await doing(() => toast('Tag removed', { undo }));
    const region = byRole(place, 'status');
    expect(region.getAttribute('aria-live')).toBe('polite');
    expect(region.textContent).toContain('Tag removed');
    await doing(() => byRole(place, 'button', 'Undo').click());
    expect(undo).toHaveBeenCalledOnce();
    expect(region.textContent).toBe('');
  });
});

describe('ProgressBar', () => {
  it('is stopped once, and says that it is stopping', async () => {
    const cancel = vi.fn();
    const place = await draw(<ProgressBar label="Restore" done={3} total={9} onCancel={cancel} />);
    const button = byRole(place, 'button') as HTMLButtonElement;
    await doing(() => button.click());
    expect(button.textContent).toBe('Stopping…');
    await doing(() => button.click());
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it('tells the remaining time from the pace so far', async () => {
    vi.useFakeTimers();
    try {
      const place = await draw(<ProgressBar label="Import" done={0} total={100} />);
      const bar = () => byRole(place, 'progressbar');
      expect(bar().getAttribute('aria-valuetext')).toBeNull();
      await doing(() => vi.advanceTimersByTime(10_000));
      const { render } = await import('preact');
      await doing(() => render(<ProgressBar label="Import" done={25} total={100} />, place));
      expect(bar().getAttribute('aria-valuenow')).toBe('25');
      expect(bar().getAttribute('aria-valuetext')).toBe('about 30 seconds left');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('Section', () => {
  it('stays as the user left it', async () => {
    localStorage.clear();
    const section = (
      <Section id="why" title="Why">
        because
      </Section>
    );
    const details = (await draw(section)).querySelector('details')!;
    expect(details.open).toBe(true);
    await doing(() => {
      details.open = false;
      details.dispatchEvent(new Event('toggle'));
    });
    expect((await draw(section)).querySelector('details')?.open).toBe(false);
  });
});

describe('TierBadge', () => {
  it('says the level by letter and in words', async () => {
    const tier = { name: 'Value', level: 'Mid', rank: 1, levels: 3 };
    const place = await draw(<TierBadge tier={tier} />);
    expect(place.querySelector('text')?.textContent).toBe('B');
    expect(byRole(place, 'img').getAttribute('aria-label')).toBe('Value: Mid, 2 of 3');
  });
});

describe('CustomerSearch', () => {
  const hit = (name: string): Hit => ({
    id: name,
    name,
    company: '',
    email: `${name}@x.cn`,
    phone: '',
    tier: null,
    segment: '',
  });

  async function searching(search: (text: string) => Promise<readonly Hit[]>) {
    const chosen: string[] = [];
    const place = await draw(
      <CustomerSearch label="Find" placeholder="" search={search} onChoose={each => chosen.push(each.id)} />,
    );
    const field = byRole<HTMLInputElement>(place, 'combobox');
    const type = (text: string) =>
      doing(() => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    const selected = () => place.querySelector('[aria-selected=true]')?.textContent ?? null;
    return { place, chosen, field, type, selected };
  }

  it('chooses with the arrows and takes with Enter', async () => {
    const { field, type, selected, chosen } = await searching(async () => [hit('ann'), hit('bob')]);
    await type('x');
    expect(selected()).toContain('ann');
    await press(field, 'ArrowDown');
    expect(selected()).toContain('bob');
    await press(field, 'ArrowDown');
    expect(selected()).toContain('ann');
    await press(field, 'ArrowUp');
    await press(field, 'Enter');
    expect(chosen).toEqual(['bob']);
    expect(field.value).toBe('');
  });

  it('shows the answer to the last key, whichever order answers come in', async () => {
    const answers = new Map<string, (hits: readonly Hit[]) => void>();
    const { type, selected } = await searching(text => new Promise(resolve => answers.set(text, resolve)));
    await type('a');
    await type('an');
    await doing(() => answers.get('an')!([hit('ann')]));
    await doing(() => answers.get('a')!([hit('abe')]));
    expect(selected()).toContain('ann');
  });

  it('leaves Enter to the input method while it composes', async () => {
    const { field, type, chosen } = await searching(async () => [hit('ann')]);
    await type('zhang');
    expect(await press(field, 'Enter', { isComposing: true })).toBe(false);
    expect(chosen).toEqual([]);
  });

  it('copies the e-mail with Ctrl+C unless text is selected', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { field, type } = await searching(async () => [hit('ann')]);
    await type('an');
    field.setSelectionRange(0, 2);
    expect(await press(field, 'c', { ctrlKey: true })).toBe(false);
    expect(write).not.toHaveBeenCalled();
    field.setSelectionRange(2, 2);
    expect(await press(field, 'c', { ctrlKey: true })).toBe(true);
    expect(write).toHaveBeenCalledWith('ann@x.cn');
  });

  it('says what went wrong, and what to try where nobody is found', async () => {
    const failing = await searching(async () => {
      throw new Error('no base');
    });
    await failing.type('x');
    expect(byRole(failing.place, 'alert').textContent).toContain('no base');
    const finding = await searching(async () => []);
    await finding.type('qqq');
    expect(byRole(finding.place, 'status').textContent).toContain('No customer matches “qqq”');
  });
});

describe('Boundary', () => {
  it('tells a mistake in its place, reports it, and shows the part again once it can be drawn', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    let broken = true;
    function Part() {
      if (broken) throw new Error('no such icon');
      return <p>whole</p>;
    }
    const page = await draw(
      <>
        <p>beside</p>
        <Boundary>
          <Part />
        </Boundary>
      </>,
    );
    expect(page.textContent).toContain('beside');
    expect(byRole(page, 'alert').textContent).toContain('no such icon');
    expect(reported).toHaveBeenCalledOnce();
    broken = false;
    await doing(() => byRole(page, 'button', 'Show it again').click());
    expect(page.textContent).toBe('besidewhole');
    vi.unstubAllGlobals();
  });
});
