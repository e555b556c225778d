/** Words of the spelling alphabets (NATO's and the Dutch one), sorted 32-bit FNV-1a numbers as in `voornamen.ts`: most are first names. Each stands for its first letter. */
export const spelalfabet =
  'AlNxzwPjRXAJo5omEbDjARsvy8kcMbG6Hegt4yJXqL4sP2T+Pd0XHERSn5VHlCYfS+HQ9U4L86tRMBNbUkpk0FShtUlWS5mvWsAwrl2LbatlUdPsZV40bWbPel1rAXwhdX47PXlSHpN9jGbdf+Z/K4IfTgiH3SZ2in00p4rTHG+S5y2OogzsQ6Vn9LGl8dT4p2emZrxgWZLB/Z2+wg9A4MnM4nvQVqRB03qr5dPt0c/UndSE3FKF7t43WlPeQ+Bw3zNJoeHtzg7kpzZJ6HFeVu5m2rn3neBN+AGUjP4FtJA=';
