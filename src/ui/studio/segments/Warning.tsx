import { TriangleAlert } from 'lucide';
import { Icon } from '../../kit/index.ts';
import styles from './Model.module.css';

/** What is to be known before the numbers are believed. */
export function Warning({ title, children }: { title: string; children: readonly string[] }) {
  return (
    <section class={styles.warning}>
      <Icon of={TriangleAlert} />
      <div>
        <h2>{title}</h2>
        {children.map(each => (
          <p key={each}>{each}</p>
        ))}
      </div>
    </section>
  );
}
