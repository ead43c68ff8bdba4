import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { fallbackLanguage } from '#shared/i18n/languages.ts';

/** What a person set for this machine; kept in the page's own storage, never in a project. */
export interface Preferences {
  readonly language: string;
  readonly isProjector: boolean;
  readonly isHelpOpen: boolean;
  /** The workshop last looked at, by project. */
  readonly workshops: Readonly<Record<string, string>>;
}

interface PreferencesValue extends Preferences {
  set(patch: Partial<Preferences>): void;
}

const storageKey = 'city-safety-studio.preferences';
const PreferencesContext = createContext<PreferencesValue | null>(null);

function readPreferences(): Preferences {
  const defaults: Preferences = {
    language: navigator.language.split('-')[0] ?? fallbackLanguage,
    isProjector: false,
    isHelpOpen: window.innerWidth >= 1200,
    workshops: {},
  };
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences);
  const set = useCallback((patch: Partial<Preferences>) => {
    setPreferences((before) => {
      const after = { ...before, ...patch };
      localStorage.setItem(storageKey, JSON.stringify(after));
      return after;
    });
  }, []);
  useEffect(() => {
    document.documentElement.dataset.projector = String(preferences.isProjector);
  }, [preferences.isProjector]);
  const value = useMemo(() => ({ ...preferences, set }), [preferences, set]);
  return <PreferencesContext.Provider value={value}>{children}</PreferencesContext.Provider>;
}

export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext);
  if (!value) throw new Error('usePreferences outside PreferencesProvider');
  return value;
}
