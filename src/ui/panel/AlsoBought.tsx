import type { SuggestedProduct } from '../../engine/index.ts';
import { nextTexts } from '../../i18n/next.ts';
import { t } from '../kit/index.ts';
import styles from './AlsoBought.module.css';

/** What customers like this one bought and this one did not, each with its reason. */
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
