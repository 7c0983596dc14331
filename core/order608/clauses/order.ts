/** The Order itself, as its official texts name it (docs/order-608); the English is unofficial. */
export const order = {
  number: "608",
  /** Day of the Order. */
  date: "2023-07-31",
  title: {
    kk: "Облыстың, республикалық маңызы бар қаланың, астананың полиция департаменті, қалалық, аудандық, қаладағы аудандық полиция органы бастығының халық алдындағы есебін ұйымдастыру және өткізу қағидаларын бекіту туралы",
    ru: "Об утверждении Правил организации и проведения отчета начальника департамента полиции области, города республиканского значения, столицы, городского, районного, районного в городе органа полиции перед населением",
    en: "On the Approval of the Rules for Organising and Holding the Report to the Population of the Head of a Police Department of an Oblast, a City of Republican Significance or the Capital, or of a City, District or City-District Police Body",
  },
  citation: {
    kk: "Қазақстан Республикасы Ішкі істер министрінің 2023 жылғы 31 шiлдедегi № 608 бұйрығы. Қазақстан Республикасының Әділет министрлігінде 2023 жылғы 2 тамызда № 33218 болып тіркелді.",
    ru: "Приказ Министра внутренних дел Республики Казахстан от 31 июля 2023 года № 608. Зарегистрирован в Министерстве юстиции Республики Казахстан 2 августа 2023 года № 33218.",
    en: "Order No. 608 of the Minister of Internal Affairs of the Republic of Kazakhstan of 31 July 2023. Registered with the Ministry of Justice of the Republic of Kazakhstan on 2 August 2023, No. 33218.",
  },
} as const;
