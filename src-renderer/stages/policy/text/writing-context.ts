import { createContext, useContext } from 'react';

/** What parts of the editor know of the draft around them. */
export const WritingContext = createContext<{ readonly language: string }>({ language: 'en' });

export function useWriting(): { readonly language: string } {
  return useContext(WritingContext);
}
