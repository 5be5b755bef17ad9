import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../src/domain/index.ts';
import { chosenBy, createAddressBar, propose } from '../../src/shell/omnibox.ts';

const hit = (id: string, name: string, part: Partial<Hit> = {}): Hit => ({
  ...{ id, name, company: '', email: '', phone: '', tier: null, segment: '' },
  ...part,
});

function directoryOf(...hits: Hit[]) {
  return {
    search: async (text: string, limit: number) => (text === 'xyz' ? [] : hits.slice(0, limit)),
    language: async () => 'en' as const,
  };
}

describe('the address bar', () => {
  const tier = { name: 'Value', level: 'High', rank: 0, levels: 3 };
  const directory = directoryOf(
    hit('1', '张伟', { company: 'ACME & Co', tier }),
    hit('2', '张薇', { email: 'a@b.test' }),
  );

  it('proposes the best hit, then the others, with what tells them apart', async () => {
    const { first, others } = await propose(directory, 'zw');
    expect(first).toBe('<match>A</match> 张伟 <dim>ACME &amp; Co</dim>');
    expect(others.map(each => each.description)).toEqual(['张薇 <dim>a@b.test</dim>']);
  });

  it('says that nobody fits', async () => {
    const { first, others, nobody } = await propose(directory, 'xyz');
    expect({ first, others, nobody }).toEqual({ first: 'No customer fits “xyz”', others: [], nobody: true });
    expect(await chosenBy(directory, 'xyz')).toBeNull();
  });

  it('says what can be typed while nothing is, and means nobody', async () => {
    const { first, nobody } = await propose(directory, ' ');
    expect([first, nobody]).toEqual([expect.stringContaining('order number'), false]);
    expect(await chosenBy(directory, ' ')).toBeNull();
  });

  it('means the line that was chosen, else the best hit', async () => {
    const { others } = await propose(directory, 'zw');
    expect(await chosenBy(directory, others[0]!.content)).toBe('2');
    expect(await chosenBy(directory, 'zw')).toBe('1');
  });

  it('means the customer of a chosen line, whose id is not seen in it', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, text, async (name, id) => {
        const any = directoryOf(hit('1', 'first'), hit(id, name));
        const { content } = (await propose(any, 'x')).others[0]!;
        expect(content.replace(/[\u2063\u{e0000}-\u{e007f}]/gu, '')).toBe(name);
        expect(await chosenBy(any, `${content} `)).toBe(id);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the browser well-formed lines whatever customers are called', async () => {
    const any = fc.string({ unit: 'binary', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(any, any, any, async (name, company, typed) => {
        const { first, others } = await propose(
          directoryOf(hit('1', name, { company }), hit('2', name)),
          typed,
        );
        for (const line of [first, ...others.map(each => each.description)]) {
          const words = line.replace(/<(dim|match)>([^<>]*)<\/\1>/g, '$2');
          expect(words).not.toMatch(/[<>"']/);
          expect(words.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
        }
      }),
    );
  });
});

describe('the address bar from key to key', () => {
  const found = [hit('1', '张伟'), hit('2', '张薇')];

  /** A browser in which searches are answered when the test says so. */
  function browser({ opens = true } = {}) {
    const said: string[] = [];
    const done: string[] = [];
    const waiting = new Map<string, (hits: readonly Hit[]) => void>();
    const bar = createAddressBar({
      search: (text, limit) =>
        new Promise(resolve => waiting.set(text, hits => resolve(hits.slice(0, limit)))),
      language: async () => 'en',
      window: async () => 7,
      showFirst: async line => {
        await Promise.resolve();
        said.push(line);
      },
      openPanel: async windowId => {
        done.push(`panel ${windowId}`);
        if (!opens) throw new Error('no gesture');
      },
      showCustomer: async (id, isPanelOpen) => {
        done.push(`${id} ${isPanelOpen ? 'in the panel' : 'elsewhere'}`);
      },
    });
    const answer = async (text: string, hits: readonly Hit[]) => {
      await vi.waitFor(() => expect(waiting.has(text)).toBe(true));
      waiting.get(text)!(hits);
      waiting.delete(text);
    };
    return { bar, said, done, answer };
  }

  it('shows the answer to what is typed now, though that to fewer letters comes later', async () => {
    const { bar, said, answer } = browser();
    const suggest = (given: unknown[]) => said.push(`and ${given.length} more`);
    const typed = [bar.type('0', suggest), bar.type('01', suggest)];
    await answer('01', found);
    await answer('0', []);
    await Promise.all(typed);
    expect(said).toEqual(['张伟', 'and 1 more']); // in this order: only then are both drawn
  });

  it('begins with what can be typed, not with what was said last', async () => {
    const { bar, said } = browser();
    await bar.begin();
    expect(said).toEqual([expect.stringContaining('Find a customer')]);
  });

  it.each([
    [true, 'in the panel'],
    [false, 'elsewhere'],
  ])('opens the panel in the turn of the key (the browser lets it: %s)', async (opens, where) => {
    const { bar, done, answer } = browser({ opens });
    await bar.begin();
    const entered = bar.enter('zw');
    expect(done).toEqual(['panel 7']);
    await answer('zw', found);
    await entered;
    expect(done).toEqual(['panel 7', `1 ${where}`]);
  });

  it('a worker that was stopped while somebody typed asks for the window', async () => {
    const { bar, done, answer } = browser();
    const entered = bar.enter('zw');
    await answer('zw', found);
    await entered;
    expect(done).toEqual(['panel 7', '1 in the panel']);
  });

  it('does nothing where it has said that nobody fits: the panel would show somebody else', async () => {
    const { bar, done, answer } = browser();
    await bar.begin();
    const typed = bar.type('nobody', () => undefined);
    await answer('nobody', []);
    await typed;
    await bar.enter('nobody');
    expect(done).toEqual([]);
  });
});
