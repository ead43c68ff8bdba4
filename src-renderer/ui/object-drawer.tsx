import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts/texts-provider.tsx';

/** Everything about one thing of a list, beside the list; closed while there is none. Another thing gets fields of its own. */
export function ObjectDrawer<Shown extends { readonly id: string }>({
  shown,
  title,
  size,
  onClose,
  children,
}: {
  shown: Shown | null;
  title: string;
  size: string;
  onClose: () => void;
  children: (shown: Shown) => ReactNode;
}) {
  const { t } = useTexts();
  return (
    <Drawer opened={shown !== null} onClose={onClose} position="right" size={size} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {shown ? children(shown) : null}
    </Drawer>
  );
}
