"""How the furniture of Chinese and English pages looks: the data of ``ingest/clean.py``."""

from __future__ import annotations

import re

LONGEST_LINE = 120
"""A longer line is never furniture by its look alone."""

ALWAYS = re.compile(
    r"字号\s*[：:](?:\s*(?:大|中|小|\[|\]|【|】|\|))*(?:\s*(?:分享|打印).*)?"
    r"|(?:分享|分享到|分享至)\s*[：:]?(?:\s*(?:微信|微博|QQ空间|QQ|更多))*"
    r"|(?:打印本页|打印此页|关闭窗口|打印|返回顶部|回到顶部|收藏本页|登录邮箱系统|站长统计|无障碍浏览|网站地图)"
    r"|(?:【|\[)\s*(?:打印|关闭|字体).{0,20}(?:】|\])"
    r"|\[\s*中文版\s*\]\s*\[\s*English\s*\]"
    r"|(?:上|下)一(?:篇|条|页)\s*[：:]?.{0,60}"
    r"|扫描二维码.{0,20}|扫一扫.{0,30}|微信公众平台|在小说阅读器中?(?:读本章|沉浸阅读)|去阅读|轻触阅读原文|关注该公众号"
    r"|(?:(?:19|20)\d{2}-(?:19|20)\d{2}编注\s*){1,9}"
    r"|(?:责任编辑|责编|编辑)\s*[：:]\s*\S{1,20}"
    r"|[\u4e00-\u9fff]{2,12}\s?(?:APP|App|app)"
    r"|法宝快讯\s*[：:].*|北大法宝.{0,40}|本篇引用的法规.{0,40}"
    r"|.{0,60}(?:ICP备|ICP证|公网安备).{0,60}"
    r"|.{0,60}(?:版权所有|All rights reserved).{0,60}"
    r"|网站标识码.{0,40}"
    r"|Please wait\s?\.{0,3}|CancelNoYesOk|Error Information Warning Confirmation|Processing"
    r"|(?:back to top|skip to (?:main )?content|print this page|share this page|cookie settings)"
    r"|(?:the |[a-z]{5,8} )?(?:schedule|annex|appendix)(?: [a-z\d]{1,5})?\s?[-—–]\s?continued"
    r"|[-—–－]\s?\d{1,4}\s?[-—–－]|·\s?\d{1,4}\s?·"
    r"|第\s?\d{1,4}\s?页(?:\s?[，,/]?\s?共\s?\d{1,4}\s?页)?|Page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?",
    re.IGNORECASE,
)
"""Lines that are furniture wherever they stand."""

BREADCRUMB = re.compile(
    r"(?:您?当前的?位置|所在位置|您(?:现在)?的?位置|您所在的位置|现在的位置|当前页面)\s*[：:]"
)
"""The line that says where on the site one is."""

TRAIL = re.compile(r"[>＞»›]\s*\S")
"""The path of a breadcrumb on a line of its own."""

FONT_SIZE = re.compile(r"(?:字号|字体)\s*[：:]?|[大中小](?:\s*[大中小])*|关注\s*[：:]|打印|分享")
"""The pieces of a share bar, near a breadcrumb."""

ENTRY = re.compile(
    r"(?P<key>发布时间|发布日期|发布机关|发布单位|发布部门|发布字号|发文字号|发文机关|发文单位|发文日期|公布日期|公布机关"
    r"|颁布日期|颁布单位|颁布时间|批准日期|批准机关|批准部门|通过日期|成文日期|实施日期|施行日期|施行时间|生效日期|失效日期"
    r"|当前效力|时效性|效力位阶|效力级别|法规类别|制定机关|信息来源|文章来源|来源|索引号|主题分类|公开方式|原文链接|原档"
    r"|浏览次数|访问次数|点击数|来源URL|源文件|专题分类|原文网址)\s*[：:]\s*(?P<value>.+)"
)
"""What a page says of a document, before its text."""

BELOW = re.compile(
    r"(?P<key>发文机关|发布机关|发布日期|发文日期|生效日期|施行日期|实施日期|失效日期|时效性|文号|发文字号|效力级别|法规类别)"
    r"\s*\|?\s*[：:]\s*\|\s*(?P<value>.+)"
    r"|(?P<link>原文链接|原文网址|来源URL|源文件)\s*[：:]\s*(?P<address>\S.*)"
)
"""What a page says of a document below its text, in rows or as a link."""

NOTICE = re.compile(
    r"[©Ⓒ]?\s?北大法宝\s*[：:].{0,300}|[*＊]?注[：:]本文格式遵循.{0,80}|扫一扫.{0,30}", re.IGNORECASE
)
"""What publishers print below a text, as sentences."""

FIRST_UNIT = re.compile(r"第\s?[一1１]\s?(?:条|章|编|部分)|(?:Article|Section|Rule|§)\s*1\b")
"""Where the text of a rule begins at the latest."""

FOOTER = re.compile(
    r"ICP备|ICP证|公网安备|版权所有|网站标识码|站长统计|All rights reserved|^微信扫一扫", re.IGNORECASE
)
"""Lines of a footer that name the owner of a site or its registration."""

FOOTER_SIGN = re.compile(
    r"相关链接|相关新闻|相关文章|相关网站|友情链接|延伸阅读|联系我们.*|主办单位.*|(?:责任编辑|责编)\s*[：:].*|网站管理\s*[：:].*"
    r"|预览时标签不可点|继续滑动看下一个"
    r"|地址\s*[：:].*|邮编\s*[：:].*|related links|contact us|follow us",
    re.IGNORECASE,
)
"""Lines with which a footer may begin."""

PAGE_NUMBER = re.compile(r"(?:Page\s)?\d{1,4}|[-—–]\s?\d{1,4}\s?[-—–]", re.IGNORECASE)
"""A page number on a line of its own."""

_LONGEST_HEAD = 90


def repeated_key(text: str) -> str:
    """What a running head has in common from page to page; empty for a text that can be none."""
    if (
        not 3 <= len(text) <= _LONGEST_HEAD
        or text.endswith(("。", "；", ";", "：", ":"))
        or text[0] in "[(（【"
    ):
        return ""
    return text if sum(map(str.isalpha, text)) * 2 >= len(text) // 2 else ""
