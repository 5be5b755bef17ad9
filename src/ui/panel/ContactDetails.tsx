import { Copy, type IconNode, Mail, MapPin, Phone } from 'lucide';
import { type Customer, columnFields, type Field, type Provenance } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { copyText, formatField, Icon, IconButton, language, t } from '../kit/index.ts';
import styles from './ContactDetails.module.css';
import { OriginMark } from './OriginMark.tsx';

export interface ContactDetailsProps {
  customer: Customer;
  /** The workspace's own fields. */
  ownFields: readonly Field[];
  provenance: Provenance;
  currency: string;
}

/** How to reach the customer, and what is known about them. */
export function ContactDetails({ customer, ownFields, provenance, currency }: ContactDetailsProps) {
  const reach: readonly (readonly [IconNode, string, string])[] = [
    ...customer.emails.map(email => [Mail, email, `email:${email}`] as const),
    ...customer.phones.map(phone => [Phone, phone, `phone:${phone}`] as const),
    ...(customer.address ? [[MapPin, customer.address, 'address'] as const] : []),
  ];
  const profile = columnFields('customer', ownFields).flatMap(field => {
    const stored = customer.columns[field.id];
    return stored === undefined || stored === '' || field.id === 'labels' ? [] : [{ field, stored }];
  });
  if (reach.length + profile.length === 0) return <p class={styles.none}>{t(panelTexts.noDetails)}</p>;
  return (
    <>
      <ul>
        {reach.map(([icon, value, key]) => (
          <li key={value} class={styles.reach}>
            <Icon of={icon} size={14} />
            <span class={styles.value}>{value}</span>
            <OriginMark value={value} origin={provenance[key]} />
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
              <dd class={styles.stored}>
                <span>{formatField(field, stored, currency)}</span>
                <OriginMark value={field[language.value]} origin={provenance[field.id]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
