interface ViteTypeOptions {
  strictImportMetaEnv: unknown;
}

interface ImportMetaEnv {
  /** Where Vite's development server finds the API. */
  readonly VITE_API_URL?: string;
}
