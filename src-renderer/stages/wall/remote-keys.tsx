import { Kbd, Modal } from '@mantine/core';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './remote-keys.module.css';

interface KeyLine {
  readonly keys: readonly string[];
  readonly words: TextKey;
}

/** The remote's keys as a list; presenters send Page Up and Page Down. */
function RemoteKeyList({ place }: { place: 'wall' | 'cockpit' }) {
  const { t, direction } = useTexts();
  const [onwards, backwards] = direction === 'rtl' ? ['←', '→'] : ['→', '←'];
  const space = t('wall.key.space');
  const wallOnly: readonly KeyLine[] = [
    { keys: ['F'], words: 'wall.command.full-screen' },
    { keys: ['Esc'], words: 'wall.command.leave' },
  ];
  const lines: readonly KeyLine[] = [
    { keys: [onwards, ...(place === 'wall' ? ['↓'] : []), 'Page Down', space], words: 'wall.command.next' },
    { keys: [backwards, ...(place === 'wall' ? ['↑'] : []), 'Page Up'], words: 'wall.command.back' },
    { keys: ['B', '.'], words: 'wall.command.black' },
    { keys: ['J'], words: 'wall.command.join' },
    { keys: ['T'], words: 'wall.command.timer' },
    { keys: ['R'], words: 'wall.command.result' },
    ...(place === 'wall' ? wallOnly : []),
    { keys: ['?'], words: 'wall.command.help' },
  ];
  return (
    <dl className={classes.keys}>
      {lines.map(({ keys, words }) => (
        <div key={words}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key} size="md">
                {key}
              </Kbd>
            ))}
          </dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The keys over the picture, for whoever stands at the wall or the cockpit. */
export function RemoteKeys({ place = 'wall', onClose }: { place?: 'wall' | 'cockpit'; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal opened onClose={onClose} title={t('wall.keys.title')} closeButtonProps={{ 'aria-label': t('action.close') }} size="lg">
      <RemoteKeyList place={place} />
      <p className={classes.note}>{t('wall.keys.note')}</p>
    </Modal>
  );
}
