import { words } from '../../src/locales.ts'

/** Languages that forms are printed in and organizations help in; codes are BCP 47. */
export const languageOptions = [
  { value: 'en', label: words('English', 'Inglés') },
  { value: 'es', label: words('Spanish', 'Español') },
  { value: 'zh_Hans', label: words('Chinese, simplified', 'Chino simplificado') },
  { value: 'zh_Hant', label: words('Chinese, traditional', 'Chino tradicional') },
  { value: 'ko', label: words('Korean', 'Coreano') },
  { value: 'vi', label: words('Vietnamese', 'Vietnamita') },
  { value: 'ru', label: words('Russian', 'Ruso') },
  { value: 'ht', label: words('Haitian Creole', 'Criollo haitiano') },
]
