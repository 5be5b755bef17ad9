import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../src/domain/index.ts';
import { chosenBy, propose } from '../../src/shell/omnibox.ts';

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
    expect(await propose(directory, 'xyz')).toEqual({ first: 'No customer fits “xyz”', others: [] });
    expect(await chosenBy(directory, 'xyz')).toBeNull();
  });

  it('means the line that was chosen, else the best hit', async () => {
    const { others } = await propose(directory, 'zw');
    expect(await chosenBy(directory, others[0]!.content)).toBe('2');
    expect(await chosenBy(directory, 'zw')).toBe('1');
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
