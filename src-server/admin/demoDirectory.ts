/**
 * SAMPLE of a directory file, for the demo only: a few renamed streets, so that old and new names can be tried. The cities themselves are
 * shipped with every release. A centre imports a list of its own.
 */
export const DEMO_DIRECTORY = `record;code;settlement;uk;ru;former;community;district;kind;buildings
street;;UA14120090010038661;площа Миру;площадь Мира;площа Леніна|площадь Ленина;;;;
street;;UA14120210010032554;Соборна площа;Соборная площадь;площа Жовтневої революції|площадь Октябрьской революции;;;;
street;;UA14140050010029262;проспект Миру;проспект Мира;проспект Леніна|проспект Ленина;;;;
street;;UA14140050010029262;Нікопольський проспект;Никопольский проспект;проспект Ілліча|проспект Ильича;;;;
street;;UA14140050010029262;вулиця Куїнджі;улица Куинджи;вулиця Артема|улица Артёма;;;;
street;;UA14140050010029262;вулиця Миколаївська;улица Николаевская;вулиця Карла Маркса|улица Карла Маркса;;;;
`;
