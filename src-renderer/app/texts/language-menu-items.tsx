import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { directionOf } from '#shared/i18n/languages.ts';
import { usePreferences } from '../preferences.tsx';
import { languages } from './texts-provider.tsx';

/** Every language by its own name, as its own speakers read it. */
export function LanguageMenuItems() {
  const preferences = usePreferences();
  return languages.map((language) => (
    <Menu.Item
      key={language}
      lang={language}
      dir={directionOf(language)}
      onClick={() => preferences.set({ language })}
      rightSection={language === preferences.language ? <IconCheck size="1rem" aria-hidden /> : null}
    >
      {ownNameOf(language)}
    </Menu.Item>
  ));
}

export function ownNameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
