import type { Practice } from '#shared/domain/library.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../ui/object-drawer.tsx';
import classes from './practice.module.css';
import { PracticeForm } from './practice-form.tsx';
import { PracticeMeasures } from './practice-measures.tsx';
import { PracticeSheet } from './practice-sheet.tsx';

/** A practice whole: one that ships is read, an own one is written. Both can be followed by measures. */
export function PracticeDrawer({ practice, onClose }: { practice: Practice | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={practice} onClose={onClose} size="40rem" title={practice?.title || t('practice.new')}>
      {(shown) => (
        <div className={classes.whole}>
          {shown.isShipped ? <PracticeSheet practice={shown} /> : <OwnPractice key={shown.id} practice={shown} onRemoved={onClose} />}
          <PracticeMeasures practice={shown} />
        </div>
      )}
    </ObjectDrawer>
  );
}

/** Written above, and below as others read and print it. */
function OwnPractice({ practice, onRemoved }: { practice: Practice; onRemoved: () => void }) {
  const { t } = useTexts();
  return (
    <>
      <PracticeForm practice={practice} onRemoved={onRemoved} />
      <details className={classes.preview}>
        <summary>{t('practice.preview')}</summary>
        <PracticeSheet practice={practice} />
      </details>
    </>
  );
}
