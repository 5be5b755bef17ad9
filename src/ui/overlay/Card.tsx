import { ChevronDown, CircleHelp, PanelRightOpen, UserPlus, UserRound } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { CardReply, PageCard } from '../../shell/client.ts';
import { Icon } from '../kit/Icon.tsx';
import { Badge } from './Badge.tsx';
import { Customer } from './Customer.tsx';
import { say } from './say.ts';
import type { Sight } from './trust.ts';

/** What the card can ask for, and where it stands. */
export interface CardProps {
  readonly reply: CardReply;
  readonly collapsed: boolean;
  readonly busy: boolean;
  /** A sentence that tells why the last press had no effect, '' = none. */
  readonly trouble: string;
  readonly sight: Sight;
  onCollapse(collapsed: boolean): void;
  onOpenPanel(): void;
  onAdd(event: Event): void;
  onChoose(id: string, event: Event): void;
}

/** The card over a page: a folded pill, or one of known, several, unknown. */
export function Card(props: CardProps) {
  const { reply, collapsed, onCollapse, onOpenPanel, trouble } = props;
  const { appearance } = reply;
  const fold = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !collapsed) onCollapse(true);
  };
  return (
    <section
      class="frame"
      data-theme={appearance.theme}
      lang={appearance.language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={say(appearance, 'region')}
      onKeyDown={fold}
    >
      {collapsed ? (
        <Pill reply={reply} onExpand={() => onCollapse(false)} />
      ) : (
        <div class="card" data-state={reply.state}>
          <header class="head">
            <Head {...props} />
            <div class="tools">
              <Tool label={say(appearance, 'openPanel')} onPress={onOpenPanel}>
                <Icon of={PanelRightOpen} />
              </Tool>
              <Tool label={say(appearance, 'collapse')} onPress={() => onCollapse(true)}>
                <Icon of={ChevronDown} />
              </Tool>
            </div>
          </header>
          {reply.state === 'known' && <Customer card={reply.cards[0]!} appearance={appearance} />}
          {reply.state === 'several' && <Candidates {...props} />}
          {reply.state === 'unknown' && <Stranger {...props} />}
          <p class="trouble" role="alert">
            {trouble}
          </p>
        </div>
      )}
    </section>
  );
}

function Head({ reply }: CardProps) {
  const { appearance } = reply;
  if (reply.state === 'known') {
    const card = reply.cards[0]!;
    return (
      <>
        <Badge tier={card.tier} size={34} appearance={appearance} />
        <Title title={card.name} below={card.company} />
      </>
    );
  }
  const name = reply.contact?.name ?? '';
  const address = reply.contact?.email ?? reply.contact?.phone ?? '';
  return reply.state === 'several' ? (
    <>
      <Icon of={CircleHelp} size={28} />
      <Title title={say(appearance, reply.certain ? 'chooseTitle' : 'guessTitle')} below={address} />
    </>
  ) : (
    <>
      <Icon of={UserRound} size={28} />
      <Title title={name || address} below={name ? address : ''} />
    </>
  );
}

function Title({ title, below }: { title: string; below: string }) {
  return (
    <div class="title">
      <h2 title={title}>{title}</h2>
      {below && <p title={below}>{below}</p>}
    </div>
  );
}

function Candidates({ reply, sight, busy, onChoose }: CardProps) {
  const { appearance } = reply;
  return (
    <>
      <p class="help">{say(appearance, reply.certain ? 'chooseHelp' : 'guessHelp')}</p>
      <ul class="candidates">
        {reply.cards.map(card => (
          <li key={card.id}>
            <button
              type="button"
              ref={sight.watch}
              disabled={busy}
              onClick={event => onChoose(card.id, event)}
            >
              {/* Who merely occurs on the page is offered by name: a tier would look like a fact. */}
              {reply.certain && <Badge tier={card.tier} size={24} appearance={appearance} />}
              <Candidate card={card} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Candidate({ card }: { card: PageCard }) {
  return (
    <span>
      <strong>{card.name}</strong> {card.company}
    </span>
  );
}

function Stranger({ reply, sight, busy, onAdd }: CardProps) {
  const { appearance } = reply;
  return (
    <div class="stranger">
      <p class="help">
        <strong>{say(appearance, 'unknownTitle')}</strong> {say(appearance, 'unknownHelp')}
      </p>
      <button type="button" class="main" ref={sight.watch} disabled={busy} onClick={onAdd}>
        <Icon of={UserPlus} size={14} />
        {say(appearance, busy ? 'adding' : 'add')}
      </button>
    </div>
  );
}

function Pill({ reply, onExpand }: { reply: CardReply; onExpand(): void }) {
  const { appearance } = reply;
  const known = reply.state === 'known' ? reply.cards[0]! : null;
  const address = reply.contact?.name ?? reply.contact?.email ?? '';
  const name = known?.name ?? (address || say(appearance, 'guessTitle'));
  return (
    <button
      type="button"
      class="pill"
      aria-expanded="false"
      title={say(appearance, 'shortcut')}
      aria-label={say(appearance, 'expand', { name })}
      onClick={onExpand}
    >
      {known ? (
        <Badge tier={known.tier} size={22} appearance={appearance} />
      ) : (
        <Icon of={reply.state === 'several' ? CircleHelp : UserRound} size={18} />
      )}
      <span>{name}</span>
    </button>
  );
}

function Tool({ label, onPress, children }: { label: string; onPress(): void; children: ComponentChildren }) {
  const press = (event: Event) => {
    if (event.isTrusted) onPress();
  };
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={press}>
      {children}
    </button>
  );
}
