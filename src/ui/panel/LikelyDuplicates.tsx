import type { CustomerView } from '../../domain/index.ts';
import { duplicateTexts } from '../../i18n/duplicates.ts';
import { studioAddress, t } from '../kit/index.ts';
import styles from './LikelyDuplicates.module.css';

/** That the customer is very probably in the base once more, with the way to the pair; nothing where not. */
export function LikelyDuplicates({ view, target }: { view: CustomerView; target?: '_blank' }) {
  const { customer, duplicates } = view;
  if (duplicates.length === 0) return null;
  return (
    <p class={styles.note}>
      {t(duplicateTexts.likely, { names: duplicates.map(({ id, name }) => name || id).join(', ') })}{' '}
      <a href={studioAddress('duplicates', customer.id)} target={target} rel="noreferrer">
        {t(duplicateTexts.likelyLook)}
      </a>
    </p>
  );
}
