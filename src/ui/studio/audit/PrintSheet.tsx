import { fieldOf } from '../../../domain/index.ts';
import type { AuditView } from '../../../engine/index.ts';
import { auditTexts } from '../../../i18n/audit.ts';
import { language, t } from '../../kit/index.ts';
import { moment } from '../words.ts';
import { drawnValue } from './fields.ts';
import styles from './PrintSheet.module.css';
import { verdictSentence } from './verdict.ts';

/** The sheet on paper: every record with boxes to tick and room to write. Seen by the printer only. */
export function PrintSheet({ view }: { view: AuditView }) {
  const { audit, verdict } = view;
  const fields = audit.fields.map(id => fieldOf('customer', id, audit.ownFields));
  return (
    <div class={styles.sheet} aria-hidden="true">
      <h1>{t(auditTexts.title)}</h1>
      <p>
        {t(auditTexts.printFacts, {
          date: moment(audit.at),
          population: audit.population,
          seed: String(audit.seed),
        })}
      </p>
      <p>
        {t(auditTexts[`verdict${verdict.outcome}`])}
        {': '}
        {verdictSentence(view, audit.items.length)}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t(auditTexts.number)}</th>
            {fields.map(field => (
              <th key={field.id}>{field[language.value]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {audit.items.map((item, index) => (
            <tr key={item.customer}>
              <td>{index + 1}</td>
              {fields.map(field => {
                const entry = item.entries[field.id];
                return (
                  <td key={field.id}>
                    {drawnValue(field, item.values[field.id]) || t(auditTexts.blank)}
                    <span class={styles.boxes}>
                      {entry?.right ? '☑' : '☐'} {t(auditTexts.right)} {entry?.right === false ? '☒' : '☐'}{' '}
                      {t(auditTexts.wrong)} {entry?.found || '__________'}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class={styles.sign}>{t(auditTexts.printSign)}: ______________________</p>
    </div>
  );
}
