import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { toast } from './Toast.tsx';
import { describeProblem } from './words.ts';

/** A part of a page whose code is loaded when it is first shown. A failure to load is told like any other. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  return function Later(props: Props) {
    useEffect(() => {
      if (loaded.peek()) return;
      load().then(
        part => {
          loaded.value = part;
        },
        failure => toast(describeProblem(failure), { tone: 'error' }),
      );
    }, []);
    const Part = loaded.value;
    return Part ? <Part {...props} /> : <div aria-busy="true" />;
  };
}
