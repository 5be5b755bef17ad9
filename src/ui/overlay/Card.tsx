import { ChevronDown, CircleHelp, Move, PanelRightOpen, UserRound } from 'lucide';
import type { ActionOutcome } from '../../domain/index.ts';
import type { Appearance, CardReply } from '../../shell/client.ts';
import { Icon } from '../kit/Icon.tsx';
import { Badge } from './Badge.tsx';
import { Customer } from './Customer.tsx';
import { cardKeys } from './keys.ts';
import { Candidates, Nobody, Stranger } from './People.tsx';
import { Press, type Pressed, pressByLetter } from './Press.tsx';
import { say } from './say.ts';
import type { Sight } from './trust.ts';
import { Words } from './Words.tsx';

/** What the card can ask for, and where it stands. */
export interface CardProps {
  readonly appearance: Appearance;
  /** Who is writing, as the page says: shown until the answer is there. */
  readonly writer: string;
  /** null while the answer is on its way. */
  readonly reply: CardReply | null;
  /** How often the user went on from the best action to the next. */
  readonly turns: number;
  readonly folded: boolean;
  readonly busy: boolean;
  /** A sentence that tells why the last press had no effect, '' = none. */
  readonly trouble: string;
  readonly sight: Sight;
  /** Whether there is a field on the page into which a message can be put. */
  readonly canInsert: boolean;
  onFold(folded: boolean): void;
  /** The keyboard goes back to the page. */
  onLeave(): void;
  onOpenPanel(): void;
  onAdd(pressed: Pressed): void;
  onChoose(id: string, pressed: Pressed): void;
  onNext(): void;
  onAnswer(id: string, action: string, outcome: ActionOutcome, pressed: Pressed): void;
  /** Whether a press may do what changes something or leaves the card; tells its maker why not. */
  isMeant(pressed: Pressed): boolean;
  /** Puts the message into the page's own field; resolves to false where that failed. */
  onInsert(message: string): Promise<boolean>;
  /** The head or the handle is taken hold of. */
  onGrip(event: PointerEvent): void;
  onNudge(event: KeyboardEvent): void;
}

/** The card over a page: a folded pill, or one of waiting, known, several, unknown, nobody. */
export function Card(props: CardProps) {
  const { reply, folded, onFold, onLeave, trouble, appearance } = props;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') folded ? onLeave() : onFold(true);
    else if (pressByLetter(event, event.currentTarget as Element)) event.preventDefault();
  };
  return (
    <section
      class="frame"
      data-theme={appearance.theme}
      lang={appearance.language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={say(appearance, 'region')}
      onKeyDown={onKey}
    >
      {/* The browser tells a page how large the largest text was that it painted: this one, whatever comes after it. */}
      <span class="ground" aria-hidden="true" />
      {folded ? (
        <Pill {...props} />
      ) : (
        <div class="card" data-state={reply?.state ?? 'waiting'} aria-busy={reply === null}>
          <header class="head" onPointerDown={props.onGrip}>
            <Head {...props} />
            <Tools {...props} />
          </header>
          {reply?.state === 'known' && <Customer {...props} card={reply.cards[0]!} />}
          {reply?.state === 'several' && <Candidates {...props} reply={reply} />}
          {reply?.state === 'unknown' && <Stranger {...props} />}
          {reply?.state === 'none' && <Nobody appearance={appearance} />}
          <p class="trouble" role="alert">
            {trouble && <Words of={trouble} />}
          </p>
        </div>
      )}
    </section>
  );
}

function Tools({ appearance, onOpenPanel, onFold, onNudge }: CardProps) {
  return (
    <div class="tools">
      <button
        type="button"
        class="tool handle"
        aria-label={say(appearance, 'move')}
        title={say(appearance, 'move')}
        onKeyDown={onNudge}
      >
        <Icon of={Move} />
      </button>
      <Press
        kind="tool"
        words={say(appearance, 'openPanel')}
        icon={PanelRightOpen}
        letter={cardKeys.openPanel}
        onPress={onOpenPanel}
      />
      <Press
        kind="tool"
        words={say(appearance, 'collapse')}
        title={`${say(appearance, 'collapse')} · Esc`}
        icon={ChevronDown}
        onPress={() => onFold(true)}
      />
    </div>
  );
}

function Head({ appearance, reply, writer }: CardProps) {
  if (reply?.state === 'known') {
    const card = reply.cards[0]!;
    return (
      <>
        <Badge tier={card.tier} size={34} appearance={appearance} />
        <Title title={card.name} below={card.company} />
      </>
    );
  }
  if (reply?.state === 'several') {
    const address = reply.contact?.email ?? reply.contact?.phone ?? '';
    return (
      <>
        <Icon of={CircleHelp} size={28} />
        <Title title={say(appearance, reply.certain ? 'chooseTitle' : 'guessTitle')} below={address} />
      </>
    );
  }
  if (reply?.state === 'none') {
    return (
      <>
        <Icon of={CircleHelp} size={28} />
        <Title title={say(appearance, 'nobodyTitle')} below="" />
      </>
    );
  }
  const name = reply?.contact?.name ?? '';
  const address = reply?.contact?.email ?? reply?.contact?.phone ?? writer;
  return (
    <>
      <Icon of={UserRound} size={28} />
      <Title title={name || address} below={name ? address : ''} />
    </>
  );
}

function Title({ title, below }: { title: string; below: string }) {
  return (
    <div class="title" key={`${title} ${below}`}>
      <h2 title={title}>
        <Words of={title} />
      </h2>
      {below && (
        <p title={below}>
          <Words of={below} />
        </p>
      )}
    </div>
  );
}

function Pill({ appearance, reply, writer, onFold, onGrip }: CardProps) {
  const known = reply?.state === 'known' ? reply.cards[0]! : null;
  const guess = reply && !reply.certain;
  const words = guess ? say(appearance, reply.state === 'none' ? 'nobodyTitle' : 'guessTitle') : writer;
  const name = known?.name ?? words;
  return (
    <button
      type="button"
      class="pill"
      aria-expanded="false"
      title={`${name} · ${say(appearance, 'shortcut')}`}
      aria-label={say(appearance, 'expand', { name })}
      onPointerDown={onGrip}
      onClick={event => event.isTrusted && onFold(false)}
    >
      {known ? (
        <Badge tier={known.tier} size={22} appearance={appearance} />
      ) : (
        <Icon of={guess ? CircleHelp : UserRound} size={18} />
      )}
      <Words class="name" of={name} />
    </button>
  );
}
