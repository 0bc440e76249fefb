declare global {
  interface ImportMetaEnv {
    readonly MAIN_VITE_MICROSOFT_CLIENT_ID?: string;
  }
  interface ImportMeta {
    readonly env: ImportMetaEnv;
  }
}

/** The application's id in Microsoft Entra that this build was made with; empty for none. See `build/docs/client-id.md`. */
export const BUILT_CLIENT_ID = import.meta.env.MAIN_VITE_MICROSOFT_CLIENT_ID ?? '';
