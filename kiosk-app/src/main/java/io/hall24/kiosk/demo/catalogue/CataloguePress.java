package io.hall24.kiosk.demo.catalogue;

import io.hall24.kiosk.catalogue.ServiceCatalogue;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.catalogue.Theme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a large catalogue out of a small one by adding invented items with plausible titles. The
 * same size gives the same catalogue.
 */
public final class CataloguePress {
  private static final List<String> SUBJECTS =
      List.of(
          "危险化学品", "烟花爆竹", "民用爆炸物品", "燃气", "供热", "供水", "排水", "道路客运", "出租汽车", "水路运输", "港口", "船舶",
          "渔业船舶", "水产养殖", "水产苗种", "农药", "兽药", "种子", "林木种苗", "野生动物驯养", "野生植物采集", "饲料添加剂", "生猪屠宰",
          "动物诊疗", "动物防疫条件", "农业机械", "拖拉机", "肥料", "粮食收购", "成品油", "旧机动车交易", "拍卖", "典当", "直销", "旅行社",
          "导游", "星级饭店", "娱乐场所", "互联网上网服务", "电影放映", "印刷", "音像制品", "网络出版", "文物商店", "文物修缮", "考古发掘",
          "广告", "计量器具", "检验检测机构", "电梯", "锅炉", "压力容器", "起重机械", "客运索道", "气瓶充装", "医疗器械", "麻醉药品",
          "放射诊疗", "母婴保健", "医疗机构", "中医诊所", "护理院", "消毒产品", "饮用水供水", "餐具消毒", "人力资源服务", "职业培训", "技工学校",
          "幼儿园", "民办中学", "自学考试", "体育彩票", "游泳场所", "攀岩场所", "滑雪场所", "健身气功站点", "社会团体", "民办非企业单位", "基金会",
          "慈善组织", "养老服务", "殡仪馆", "公墓", "地名", "律师事务所", "司法鉴定机构", "公证机构", "基层法律服务所", "保安服务", "旅馆业",
          "公章刻制", "开锁业", "废旧金属收购", "大型群众性活动", "焰火燃放", "枪支", "剧毒化学品", "校车", "剧组用车", "消防安全", "建筑业企业",
          "工程监理", "工程造价", "房地产开发", "房地产经纪", "物业服务", "测绘", "地图", "矿产资源勘查", "采矿", "地质灾害治理", "水土保持",
          "河道采砂", "排污", "辐射安全", "危险废物", "固体废物", "入河排污口", "节能", "电力业务", "煤炭", "盐业", "软件企业", "高新技术企业",
          "专利代理", "进出口", "对外劳务", "加工贸易", "外商投资", "会展", "融资担保", "小额贷款", "地方金融组织", "保险代理", "统计调查",
          "档案", "宗教活动场所", "清真食品", "侨务", "台资企业", "无线电台", "卫星地面接收", "有线电视", "气象信息", "防雷装置", "地震安全性",
          "人防工程");
  private static final List<String> MATTERS =
      List.of("经营许可", "生产许可", "从业资格", "单位资质", "项目立项", "设施使用", "人员注册", "安全评价", "场地备案", "年度报告");
  private static final List<String> ACTS = List.of("新办", "变更", "延续", "补发", "注销", "查询", "复核", "预约");
  private static final List<String> PLACES =
      List.of("", "（青石街道）", "（云溪镇）", "（南塘新区）", "（古渡口片区）", "（松林乡）");

  private static final List<Theme> THEMES = List.copyOf(EnumSet.allOf(Theme.class));

  private CataloguePress() {}

  /**
   * A catalogue that begins with the given one.
   *
   * @param size how many items altogether; at most some 70,000
   */
  public static ServiceCatalogue enlarge(ServiceCatalogue small, int size) {
    List<ServiceItem> items = new ArrayList<>(small.items());
    for (String place : PLACES) {
      for (String act : ACTS) {
        for (String matter : MATTERS) {
          for (String subject : SUBJECTS) {
            if (items.size() >= size) {
              return new ServiceCatalogue(items);
            }
            items.add(invented(items.size(), subject + matter + act + place));
          }
        }
      }
    }
    if (items.size() < size) {
      throw new IllegalArgumentException(size + " items; " + items.size() + " is all there are");
    }
    return new ServiceCatalogue(items);
  }

  private static ServiceItem invented(int number, String title) {
    Theme theme = THEMES.get(number % THEMES.size());
    return new ServiceItem(
        "X-%05d".formatted(number),
        title,
        Optional.empty(),
        Set.of(theme),
        Set.of(),
        Set.of(),
        List.of("申请表", "身份证明"),
        false,
        "市民中心综合窗口",
        "https://hall.example/guide/X-%05d".formatted(number),
        Optional.empty());
  }
}
