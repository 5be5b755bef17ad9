import { CircleHelp, UserPlus } from 'lucide';
import type { Appearance, CardReply } from '../../shell/client.ts';
import { Icon } from '../kit/Icon.tsx';
import { Badge } from './Badge.tsx';
import type { CardProps } from './Card.tsx';
import { cardKeys } from './keys.ts';
import { Press } from './Press.tsx';
import { say } from './say.ts';
import { Words } from './Words.tsx';

/** Several customers fit: choose one. */
export function Candidates(props: CardProps & { reply: CardReply }) {
  const { appearance, reply, sight, busy, onChoose } = props;
  return (
    <div class="scroller">
      <p class="help">
        <Words of={say(appearance, reply.certain ? 'chooseHelp' : 'guessHelp')} />
      </p>
      <ul class="candidates">
        {reply.cards.map(card => (
          <li key={card.id}>
            <Press
              kind="row"
              words={card.name}
              watch={sight.watch}
              disabled={busy}
              onPress={pressed => onChoose(card.id, pressed)}
            >
              {/* Who merely occurs on the page is offered by name: a tier would look like a fact. */}
              {reply.certain && <Badge tier={card.tier} size={24} appearance={appearance} />}
              <span class="candidate">
                <strong>
                  <Words of={card.name} />
                </strong>{' '}
                <Words of={card.company} />
              </span>
            </Press>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who is writing is in nobody's record. */
export function Stranger({ appearance, reply, sight, busy, onAdd, onChoose }: CardProps) {
  return (
    <>
      <div class="scroller middle">
        <p class="title">
          <Words of={say(appearance, 'unknownTitle')} />
        </p>
        <p class="help">
          <Words of={say(appearance, 'unknownHelp')} />
        </p>
        {reply !== null && reply.hints.length > 0 && (
          <ul class="candidates">
            {reply.hints.map(({ reference, id, name }) => {
              const words = say(appearance, 'hint', { reference, name });
              return (
                <li key={id}>
                  <Press
                    kind="row"
                    words={words}
                    watch={sight.watch}
                    disabled={busy}
                    onPress={pressed => onChoose(id, pressed)}
                  >
                    <Icon of={CircleHelp} size={18} />
                    <span class="candidate">
                      <Words of={words} />
                    </span>
                  </Press>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <div class="foot">
        <Press
          key={JSON.stringify(reply?.contact)} // of another person it is another button: what was seen of this one does not count
          kind="main"
          words={say(appearance, busy ? 'adding' : 'add')}
          icon={UserPlus}
          letter={cardKeys.add}
          watch={sight.watch}
          disabled={busy}
          onPress={onAdd}
        />
      </div>
    </>
  );
}

/** Of the addresses that merely occur on the page none is known. */
export function Nobody({ appearance }: { appearance: Appearance }) {
  return (
    <div class="scroller middle">
      <p class="help">
        <Words of={say(appearance, 'nobodyHelp')} />
      </p>
    </div>
  );
}
