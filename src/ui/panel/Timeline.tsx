import {
  CircleCheck,
  Headphones,
  type IconNode,
  MousePointerClick,
  NotebookPen,
  ShoppingBag,
  Smile,
  Undo2,
  X,
} from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import {
  type Field,
  fieldOf,
  type Interaction,
  type JournalEntry,
  type Order,
  valueLabel,
} from '../../domain/index.ts';
import { formatDay, formatMoney } from '../../i18n/index.ts';
import { journalTexts } from '../../i18n/journal.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { Button, Icon, language, ownWords, t } from '../kit/index.ts';
import styles from './Timeline.module.css';
import { type Happening, mergeTimeline, timeOf } from './timeline.ts';

const firstShown = 12;
const step = 50;

interface World {
  /** The workspace's own fields: what they say stands with the other notes. */
  readonly ownFields: readonly Field[];
  readonly currency: string;
}

/** Everything that happened with this customer, the latest first. */
export function Timeline({
  orders,
  interactions,
  journal,
  ...world
}: {
  orders: readonly Order[];
  interactions: readonly Interaction[];
  journal: readonly JournalEntry[];
} & World) {
  const stream = useMemo(() => mergeTimeline(orders, interactions, journal), [orders, interactions, journal]);
  const [shown, setShown] = useState(firstShown);
  if (stream.length === 0) return <p class={styles.none}>{t(panelTexts.noTimeline)}</p>;
  const hidden = stream.length - shown;
  return (
    <>
      <ol class={styles.stream}>
        {stream.slice(0, shown).map((each, index) => (
          <Entry key={index} happening={each} {...world} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button kind="quiet" size="small" wide onClick={() => setShown(shown + step)}>
          {t(panelTexts.more, { count: Math.min(step, hidden) })}
        </Button>
      )}
    </>
  );
}

const orderIcons: Record<Order['status'], IconNode> = { paid: ShoppingBag, refunded: Undo2, cancelled: X };
const interactionIcons: Readonly<Record<string, IconNode>> = { visit: MousePointerClick, survey: Smile };

function Entry({ happening, ownFields, currency }: { happening: Happening } & World) {
  if (happening.kind === 'order') {
    const { order } = happening;
    const notes = [
      order.category !== order.product && order.category,
      order.quantity > 1 && t(panelTexts.quantity, { count: order.quantity }),
      order.channel,
      order.number && t(panelTexts.orderNumber, { number: order.number }),
      ...ownWords(order, ownFields, order.currency),
    ];
    return (
      <Line
        icon={orderIcons[order.status]}
        day={order.day}
        minute={order.minute}
        title={order.product || order.category || t(panelTexts.order)}
        status={order.status === 'paid' ? '' : label('order', 'status', order.status)}
        amount={formatMoney(language.value, order.amount, order.currency)}
        struck={order.status !== 'paid'}
        notes={notes}
      />
    );
  }
  if (happening.kind === 'written') {
    const { day, minute, entry } = happening;
    return <Written entry={entry} day={day} minute={minute} />;
  }
  const { interaction } = happening;
  const topic = label('interaction', 'topic', interaction.topic);
  const kind = label('interaction', 'kind', interaction.kind);
  const notes = [
    topic && kind,
    label('interaction', 'channel', interaction.channel),
    !Number.isNaN(interaction.csat) && t(panelTexts.csat, { score: interaction.csat }),
    !Number.isNaN(interaction.nps) && t(panelTexts.nps, { score: interaction.nps }),
    ...ownWords(interaction, ownFields, currency),
  ];
  return (
    <Line
      icon={interactionIcons[interaction.kind] ?? Headphones}
      day={interaction.day}
      minute={interaction.minute}
      title={topic || kind}
      notes={notes}
    />
  );
}

function Written({ entry, day, minute }: { entry: JournalEntry; day: number; minute: number }) {
  const { content } = entry;
  if (content.kind === 'outcome') {
    const answer = t(journalTexts[content.outcome]);
    const title = t(journalTexts.answered, { action: content.action, answer });
    return <Line icon={CircleCheck} day={day} minute={minute} title={title} notes={[]} />;
  }
  return <Line icon={NotebookPen} day={day} minute={minute} title={content.text} notes={[]} />;
}

function label(of: 'order' | 'interaction', field: string, stored: string): string {
  return valueLabel(fieldOf(of, field), stored, language.value);
}

interface LineProps {
  icon: IconNode;
  day: number;
  minute: number;
  title: string;
  status?: string;
  amount?: string;
  struck?: boolean;
  notes: readonly (string | false)[];
}

function Line({ icon, day, minute, title, status = '', amount = '', struck = false, notes }: LineProps) {
  const details = notes.filter(Boolean).join(' · ');
  return (
    <li class={styles.entry}>
      <span class={styles.icon}>
        <Icon of={icon} size={14} />
      </span>
      <div class={styles.what}>
        <div class={styles.line}>
          <span class={styles.title}>{title}</span>
          {amount && <span class={struck ? styles.struck : styles.amount}>{amount}</span>}
        </div>
        <div class={styles.notes}>
          <time>{[formatDay(language.value, day), timeOf(minute)].filter(Boolean).join(' ')}</time>
          {status && <span class={styles.status}>{status}</span>}
          {details && <span>{details}</span>}
        </div>
      </div>
    </li>
  );
}
