import { Copy, type IconNode, Mail, MapPin, Phone } from 'lucide';
import { type Customer, columnFields, type Field, valueLabel } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { copyText, formatValue, Icon, IconButton, language, t } from '../kit/index.ts';
import styles from './ContactDetails.module.css';

export interface ContactDetailsProps {
  customer: Customer;
  /** The workspace's own fields. */
  ownFields: readonly Field[];
  currency: string;
}

/** How to reach the customer, and what is known about them. */
export function ContactDetails({ customer, ownFields, currency }: ContactDetailsProps) {
  const reach: readonly (readonly [IconNode, string])[] = [
    ...customer.emails.map(email => [Mail, email] as const),
    ...customer.phones.map(phone => [Phone, phone] as const),
    ...(customer.address ? [[MapPin, customer.address] as const] : []),
  ];
  const profile = columnFields('customer', ownFields).flatMap(field => {
    const stored = customer.columns[field.id];
    return stored === undefined || stored === '' || field.id === 'labels' ? [] : [{ field, stored }];
  });
  if (reach.length + profile.length === 0) return <p class={styles.none}>{t(panelTexts.noDetails)}</p>;
  return (
    <>
      <ul>
        {reach.map(([icon, value]) => (
          <li key={value} class={styles.reach}>
            <Icon of={icon} size={14} />
            <span class={styles.value}>{value}</span>
            <IconButton
              icon={Copy}
              size="small"
              label={t(panelTexts.copyValue, { value })}
              onClick={() => void copyText(value)}
            />
          </li>
        ))}
      </ul>
      {profile.length > 0 && (
        <dl class={styles.profile}>
          {profile.map(({ field, stored }) => (
            <div key={field.id} class={styles.row}>
              <dt class={styles.name}>{field[language.value]}</dt>
              <dd>{shownValue(field, stored, currency)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function shownValue(field: Field, stored: string | number, currency: string): string {
  return typeof stored === 'string' && field.kind !== 'texts'
    ? valueLabel(field, stored, language.value)
    : formatValue(field.kind, stored, currency);
}
