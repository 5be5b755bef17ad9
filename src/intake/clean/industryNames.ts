/**
 * Sections of GB/T 4754-2017 with the names of their divisions, which are numbered through: 01 is the first of A, 97
 * the only one of T.
 */
const sections: readonly (readonly [string, string])[] = [
  ['A', '农业|林业|畜牧业|渔业|农、林、牧、渔专业及辅助性活动'],
  [
    'B',
    '煤炭开采和洗选业|石油和天然气开采业|黑色金属矿采选业|有色金属矿采选业|非金属矿采选业|开采专业及辅助性活动|其他采矿业',
  ],
  [
    'C',
    '农副食品加工业|食品制造业|酒、饮料和精制茶制造业|烟草制品业|纺织业|纺织服装、服饰业|皮革、毛皮、羽毛及其制品和制鞋业|木材加工和木、竹、藤、棕、草制品业|家具制造业|造纸和纸制品业|印刷和记录媒介复制业|文教、工美、体育和娱乐用品制造业|石油、煤炭及其他燃料加工业|化学原料和化学制品制造业|医药制造业|化学纤维制造业|橡胶和塑料制品业|非金属矿物制品业|黑色金属冶炼和压延加工业|有色金属冶炼和压延加工业|金属制品业|通用设备制造业|专用设备制造业|汽车制造业|铁路、船舶、航空航天和其他运输设备制造业|电气机械和器材制造业|计算机、通信和其他电子设备制造业|仪器仪表制造业|其他制造业|废弃资源综合利用业|金属制品、机械和设备修理业',
  ],
  ['D', '电力、热力生产和供应业|燃气生产和供应业|水的生产和供应业'],
  ['E', '房屋建筑业|土木工程建筑业|建筑安装业|建筑装饰、装修和其他建筑业'],
  ['F', '批发业|零售业'],
  [
    'G',
    '铁路运输业|道路运输业|水上运输业|航空运输业|管道运输业|多式联运和运输代理业|装卸搬运和仓储业|邮政业',
  ],
  ['H', '住宿业|餐饮业'],
  ['I', '电信、广播电视和卫星传输服务|互联网和相关服务|软件和信息技术服务业'],
  ['J', '货币金融服务|资本市场服务|保险业|其他金融业'],
  ['K', '房地产业'],
  ['L', '租赁业|商务服务业'],
  ['M', '研究和试验发展|专业技术服务业|科技推广和应用服务业'],
  ['N', '水利管理业|生态保护和环境治理业|公共设施管理业|土地管理业'],
  ['O', '居民服务业|机动车、电子产品和日用产品修理业|其他服务业'],
  ['P', '教育'],
  ['Q', '卫生|社会工作'],
  ['R', '新闻和出版业|广播、电视、电影和录音制作业|文化艺术业|体育|娱乐业'],
  [
    'S',
    '中国共产党机关|国家机构|人民政协、民主党派|社会保障|群众团体、社会团体和其他成员组织|基层群众自治组织及其他组织',
  ],
  ['T', '国际组织'],
];

/** Divisions by their two figures. */
export const divisions: ReadonlyMap<string, { readonly section: string; readonly name: string }> = new Map(
  sections
    .flatMap(([section, names]) => names.split('|').map(name => ({ section, name })))
    .map((division, index) => [String(index + 1).padStart(2, '0'), division]),
);

/**
 * Further names, by the code that they mean: of the editions of 2011 and 2002, of other public lists, and everyday
 * words. Words that may mean several divisions of different sections (汽车, 食品, 新能源) are left out on purpose.
 */
export const furtherNames: Readonly<Record<string, string>> = {
  A: '农林牧渔|种养殖|agriculture, forestry, animal husbandry and fishery|farming',
  '01': '种植|种植业|粮食种植',
  '03': '畜牧|养殖|养殖业',
  '04': '水产|渔业养殖|fishing',
  '05': '农、林、牧、渔服务业',
  '06': '煤炭|煤矿|coal',
  '11': '开采辅助活动',
  B: '采矿|矿业|mining and quarrying',
  '13': '农副食品|农产品加工',
  '14': '食品制造|食品加工|food manufacturing',
  '15': '酒、饮料及精制茶制造业|饮料制造业|酿酒|白酒|啤酒',
  '16': '烟草|tobacco',
  '17': '纺织|textiles',
  '18': '服装制造|服装加工|纺织服装、鞋、帽制造业',
  '21': '家具制造|家具|furniture',
  '22': '造纸及纸制品业|造纸',
  '23': '印刷业和记录媒介的复制|印刷|包装印刷|printing',
  '24': '文教体育用品制造业|玩具制造',
  '25': '石油加工、炼焦和核燃料加工业|石油加工、炼焦及核燃料加工业|炼油',
  '26': '化学原料及化学制品制造业|化工|精细化工|chemicals',
  '27': '医药制造|制药|生物制药|医药|pharmaceuticals|pharma',
  '29': '橡胶制品业|塑料制品业|橡胶|塑料|注塑',
  '31': '黑色金属冶炼及压延加工业|钢铁|steel',
  '32': '有色金属冶炼及压延加工业',
  '33': '金属制品|五金',
  '34': '通用设备|机械制造|机械|machinery',
  '35': '专用设备|医疗器械制造',
  '36': '汽车制造|整车制造|汽车零部件制造',
  '37': '交通运输设备制造业|造船|shipbuilding',
  '38': '电气机械及器材制造业|家电制造|电池制造',
  '39': '通信设备、计算机及其他电子设备制造业|电子制造|半导体|芯片|集成电路|electronics manufacturing|semiconductors',
  '40': '仪器仪表及文化、办公用机械制造业|仪器仪表',
  '42': '废弃资源和废旧材料回收加工业|再生资源',
  C: '制造|生产制造|工厂|manufacturer|industrial manufacturing',
  D: '电力、燃气及水的生产和供应业|公用事业|utilities',
  '44': '电力|发电|供电|电力、热力的生产和供应业',
  '45': '燃气',
  '46': '水务|自来水|供水',
  E: '建筑|建筑工程|施工',
  '48': '土木工程|市政工程',
  '50': '建筑装饰和其他建筑业|装修|装饰|装潢|家装|interior decoration',
  F: '批发和零售贸易|贸易|商贸|批发、零售业|wholesale & retail|trade|trading',
  '51': '批发|外贸|进出口|进出口贸易|对外贸易|wholesale|import and export',
  '52': '零售|电商|电子商务|网店|商超|超市|便利店|百货|retail|e-commerce|ecommerce|online retail|supermarket',
  G: '交通运输|物流|运输|transportation|transport|logistics|交通运输及仓储',
  '53': '铁路|铁路运输|railway',
  '54': '公路运输|货运|客运|网约车|trucking',
  '55': '水运|海运|航运|shipping lines',
  '56': '航空|航空公司|airline|airlines|aviation',
  '58': '装卸搬运和运输代理业|货代|货运代理|freight forwarding',
  '59': '仓储业|仓储|warehousing',
  '60': '快递|邮政|courier',
  H: '酒店餐饮|住宿餐饮|accommodation and food services',
  '61': '住宿|酒店|宾馆|民宿|旅馆|hotel|hotels',
  '62': '餐饮|餐厅|饭店餐饮|饮食|奶茶|咖啡馆|restaurant|restaurants|catering|food service',
  I: '信息传输、计算机服务和软件业|信息技术|信息服务|it|it services|tech|technology',
  '63': '电信和其他信息传输服务业|电信|通信运营|telecom|telecommunications',
  '64': '互联网|互联网服务|网络游戏|游戏|自媒体|internet|online games',
  '65': '软件|软件业|软件开发|软件服务|信息技术服务|云计算|人工智能|大数据|系统集成|saas|software|software development|ai|cloud computing',
  J: '金融|finance|financial services',
  '66': '银行业|银行|小额贷款|bank|banks|banking',
  '67': '证券业|资本市场|证券|基金|期货|私募|securities',
  '68': '保险|insurance',
  '69': '其他金融活动|信托',
  K: '房地产|房产|地产|real estate|property',
  '7010': '房地产开发经营|房地产开发|地产开发|real estate development',
  '7020': '物业管理|物业|property management',
  '7030': '房地产中介服务|房地产中介|房产中介|real estate agency',
  L: '租赁与商务服务业|leasing and business services',
  '71': '租赁|融资租赁业|汽车租赁|leasing',
  '72': '商务服务|咨询|企业咨询|管理咨询|广告|广告业|会展|人力资源|猎头|律所|律师事务所|法律服务|会计师事务所|旅行社|安保|保安|consulting|advertising|legal services|law firm|human resources|accounting',
  M: '科学研究、技术服务和地质勘查业|科学研究与技术服务业',
  '73': '研究与试验发展|科研|研发|research and development',
  '74': '专业技术服务|检测|检验检测|工业设计|勘察设计',
  '75': '科技交流和推广服务业|科技推广和应用服务|技术推广',
  N: '水利、环境和公共设施管理',
  '76': '水利|水利管理',
  '77': '环境管理业|环保|环境保护|污水处理|environmental protection',
  '78': '园林|园林绿化|景区|环卫',
  O: '居民服务和其他服务业|生活服务',
  '80': '居民服务|家政|美容|美发|美容美发|洗衣|婚庆|摄影|beauty',
  '81': '维修|汽修|汽车维修|家电维修',
  P: '教育业|教培|培训|教育培训|学校|幼儿园|在线教育|高校|大学|education|training|schools',
  Q: '卫生、社会保障和社会福利业|医疗健康|大健康',
  '84': '卫生业|医疗|医院|诊所|口腔|医美|healthcare|hospital|hospitals|clinic',
  '85': '社会福利业|养老|养老服务|elderly care',
  R: '文化体育娱乐|文娱|entertainment',
  '86': '新闻出版业|出版|新闻|报社|publishing',
  '87': '广播、电视、电影和影视录音制作业|广播、电视、电影和音像业|影视|影视制作|film',
  '88': '文化艺术|艺术|博物馆',
  '89': '健身|运动|fitness|sports',
  '90': '娱乐|ktv|主题公园',
  S: '公共管理和社会组织|公共管理|政府|政府机关|机关|事业单位|government|public sector',
  '95': '公益|公益组织|基金会|协会|ngo|nonprofit|non-profit',
  '96': '基层群众自治组织|社区居委会|村委会',
};

/**
 * The groups (three figures) of divisions 01 to 09: '111' is class 0111 with its zero lost, for 011 is a group; '651'
 * is a group itself, for 065 is none.
 */
export const zeroGroups: ReadonlySet<string> = new Set(
  (
    '011 012 013 014 015 016 017 018 019 021 022 023 024 025 031 032 033 039 041 042 051 052 053 054 ' +
    '061 062 069 071 072 081 082 089 091 092 093'
  ).split(' '),
);
