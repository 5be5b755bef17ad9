import { useEffect, useState } from 'preact/hooks';
import type { SuggestedProduct } from '../../engine/index.ts';
import { nextTexts } from '../../i18n/next.ts';
import { connectEngine } from '../../shell/index.ts';
import { describeProblem, t, toast } from '../kit/index.ts';
import styles from './AlsoBought.module.css';

/** What customers like this one bought and this one did not; none until they are known. */
export function useAlsoBought(id: string): readonly SuggestedProduct[] {
  const [told, setTold] = useState<{ id: string; products: readonly SuggestedProduct[] } | null>(null);
  useEffect(() => {
    let isGone = false;
    connectEngine()
      .suggestions(id)
      .then(
        products => {
          if (!isGone) setTold({ id, products });
        },
        problem => {
          if (!isGone) toast(describeProblem(problem), { tone: 'error' });
        },
      );
    return () => {
      isGone = true;
    };
  }, [id]);
  return told?.id === id ? told.products : [];
}

/** Those products, each with its reason. */
export function AlsoBought({ products }: { products: readonly SuggestedProduct[] }) {
  return (
    <ul class={styles.products}>
      {products.map(({ product, because, both }) => (
        <li key={product}>
          <span class={styles.product}>{product}</span>
          <span class={styles.reason}>{t(nextTexts.alsoReason, { both, because })}</span>
        </li>
      ))}
    </ul>
  );
}
